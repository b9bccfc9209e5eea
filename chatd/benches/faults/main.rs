//! Faults under load: each fault strikes in the middle of fifty clients' writing, and afterwards every answer is held
//! against what is stored. Prints a table, as docs/faults.md has it: fault, load, answered, lost, doubled, longest outage,
//! verdict. Ends with a failure where one verdict is bad.
//!
//! `make faults` runs all; words after `--` choose those whose names contain one of them.

#![expect(clippy::expect_used, reason = "a fault that cannot be caused ends the run")]

#[path = "../../tests/it/support/afterwards.rs"]
mod afterwards;
mod embedded;
#[path = "../../tests/it/support/fleet.rs"]
mod fleet;
#[path = "../../tests/it/support/history.rs"]
mod history;
mod installation;
#[path = "../../tests/it/support/load.rs"]
mod load;
#[path = "../../tests/it/support/nginx.rs"]
mod nginx;
#[path = "../../tests/it/support/process.rs"]
mod process;
mod scaled;
#[path = "../../tests/it/support/own_servers.rs"]
mod servers;
mod story;

use std::process::ExitCode;

use story::{Story, tell};

#[tokio::main]
async fn main() -> ExitCode {
    // cargo adds flags of its own, such as `--bench`.
    let chosen: Vec<String> = std::env::args().skip(1).filter(|word| !word.starts_with('-')).collect();
    let stories: Vec<Story> = embedded::stories().into_iter().chain(scaled::stories()).collect();
    let chosen: Vec<&Story> = stories
        .iter()
        .filter(|story| chosen.is_empty() || chosen.iter().any(|word| story.name.contains(word.as_str())))
        .collect();
    println!("| fault | load | answered | lost | in gaps | doubled | longest outage | verdict |");
    println!("|---|---|---|---|---|---|---|---|");
    let mut good = true;
    for story in chosen {
        let told = tell(story).await;
        println!("{told}");
        good &= told.is_good();
    }
    if good { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}
