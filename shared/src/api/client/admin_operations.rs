//! `/admin/dead-letters` and `/admin/operations`: what went wrong, what is done about it, and who did it.

use super::{Client, ClientError};
use crate::api::types::admin::{
    Act, ActsQuery, DeadLetter, DeadLetterDetail, DeadLetterErrors, DeadLetterRetry, DeadLettersQuery, EditDeadLetter,
    ImportDeadLetters, ImportedDeadLetter, List, Operation, OperationsQuery, RetryDeadLettersParams, SelectDeadLetters,
    StartOperation, Throttle,
};

impl Client {
    /// Dead letters in the order of their ids. Admin.
    pub async fn dead_letters(&self, query: &DeadLettersQuery) -> Result<List<DeadLetter>, ClientError> {
        self.look(&["admin", "dead-letters"], query).await
    }

    /// One dead letter with what it says. Admin.
    pub async fn dead_letter(&self, id: i64) -> Result<DeadLetterDetail, ClientError> {
        self.look(&["admin", "dead-letters", &id.to_string()], &()).await
    }

    /// Tries one dead letter again, at once. Admin.
    pub async fn retry_dead_letter(&self, id: i64) -> Result<DeadLetterRetry, ClientError> {
        self.act(&["admin", "dead-letters", &id.to_string(), "retry"], None::<&()>).await
    }

    /// Says that nothing more is to be done about a dead letter; its tombstone stays. Admin.
    pub async fn drop_dead_letter(&self, id: i64) -> Result<DeadLetter, ClientError> {
        self.act(&["admin", "dead-letters", &id.to_string(), "drop"], None::<&()>).await
    }

    /// Tries dead letters again, all or those of a kind: starts an operation. Admin.
    pub async fn retry_dead_letters(&self, params: &RetryDeadLettersParams) -> Result<Operation, ClientError> {
        self.act(&["admin", "dead-letters", "retry"], Some(params)).await
    }

    /// Dead letters by what went wrong. Admin.
    pub async fn dead_letter_errors(&self, asked: &SelectDeadLetters) -> Result<DeadLetterErrors, ClientError> {
        self.look(&["admin", "dead-letters", "errors"], asked).await
    }

    /// Gives a parked entry another text. Admin.
    pub async fn edit_dead_letter(&self, id: i64, edit: &EditDeadLetter) -> Result<DeadLetterDetail, ClientError> {
        self.act(&["admin", "dead-letters", &id.to_string(), "edit"], Some(edit)).await
    }

    /// Parks entries that were exported. Admin.
    pub async fn import_dead_letters(
        &self,
        import: &ImportDeadLetters,
    ) -> Result<List<ImportedDeadLetter>, ClientError> {
        self.act(&["admin", "dead-letters", "import"], Some(import)).await
    }

    /// Operations, newest first. Admin.
    pub async fn operations(&self, query: &OperationsQuery) -> Result<List<Operation>, ClientError> {
        self.look(&["admin", "operations"], query).await
    }

    /// One operation. Admin.
    pub async fn operation(&self, id: i64) -> Result<Operation, ClientError> {
        self.look(&["admin", "operations", &id.to_string()], &()).await
    }

    /// Starts an operation. Admin.
    pub async fn start_operation(&self, start: &StartOperation) -> Result<Operation, ClientError> {
        self.act(&["admin", "operations"], Some(start)).await
    }

    /// Ends an operation; what it has done so far stays. Admin.
    pub async fn cancel_operation(&self, id: i64) -> Result<Operation, ClientError> {
        self.act(&["admin", "operations", &id.to_string(), "cancel"], None::<&()>).await
    }

    /// Holds an operation where it is. Admin.
    pub async fn pause_operation(&self, id: i64) -> Result<Operation, ClientError> {
        self.act(&["admin", "operations", &id.to_string(), "pause"], None::<&()>).await
    }

    /// Lets a paused operation go on. Admin.
    pub async fn resume_operation(&self, id: i64) -> Result<Operation, ClientError> {
        self.act(&["admin", "operations", &id.to_string(), "resume"], None::<&()>).await
    }

    /// Gives an operation another rate a second, 0 for no bound. Admin.
    pub async fn throttle_operation(&self, id: i64, rate: u32) -> Result<Operation, ClientError> {
        self.act(&["admin", "operations", &id.to_string(), "throttle"], Some(&Throttle { rate })).await
    }

    /// The operator log, newest first. Admin.
    pub async fn acts(&self, query: &ActsQuery) -> Result<List<Act>, ClientError> {
        self.look(&["admin", "acts"], query).await
    }
}
