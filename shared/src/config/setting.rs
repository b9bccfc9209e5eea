//! One row of the table of settings: its names, its meaning, its codec and its place in [`Config`]. The table is what
//! reading, showing, the example file and the documentation are made from.

use super::Config;
use super::codec::{Codec, Place, Raw, Wrong};

/// A setting.
pub(super) struct Setting {
    /// Section and name, as in the file.
    pub(super) key: &'static str,
    /// What it does, for operators.
    pub(super) doc: &'static str,
    /// A shorter environment variable beside the one that follows from the key.
    pub(super) short_env: Option<&'static str>,
    /// The flag, without dashes.
    pub(super) flag: Option<&'static str>,
    /// Whether it is or may hold a secret: `KEY_file` and `…_FILE` name a file that holds it.
    pub(super) secret: Secrecy,
    slot: Box<dyn Slot>,
}

/// Whether a setting holds a secret.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Secrecy {
    /// It does not.
    Plain,
    /// It may: it can come from a file of its own as well.
    MayHold,
    /// It is one: it is never written into the configuration file itself.
    Whole,
}

impl Setting {
    /// A setting with its key, its place, its codec and its meaning.
    pub(super) fn new<C: Codec + 'static>(key: &'static str, at: At<C::Value>, codec: C, doc: &'static str) -> Self {
        let slot = Box::new(Field { at, codec });
        Self { key, doc, short_env: None, flag: None, secret: Secrecy::Plain, slot }
    }

    /// With a flag.
    pub(super) fn flag(self, flag: &'static str) -> Self {
        Self { flag: Some(flag), ..self }
    }

    /// With a shorter environment variable.
    pub(super) fn env(self, name: &'static str) -> Self {
        Self { short_env: Some(name), ..self }
    }

    /// With a secret in it.
    pub(super) fn secret(self, secret: Secrecy) -> Self {
        Self { secret, ..self }
    }

    /// The section; empty for what stands above all sections.
    pub(super) fn section(&self) -> &'static str {
        self.key.split_once('.').map_or("", |(section, _)| section)
    }

    /// The name within the section.
    pub(super) fn name(&self) -> &'static str {
        self.key.split_once('.').map_or(self.key, |(_, name)| name)
    }

    /// Its environment variables, the shorter one first.
    pub(super) fn env_names(&self) -> Vec<String> {
        let long = format!("CHATD_{}", self.key.replace('.', "_").to_uppercase());
        let short = self.short_env.map(str::to_owned);
        short.into_iter().chain([long]).collect()
    }

    /// Whether it can be read from a file of its own.
    pub(super) fn has_file(&self) -> bool {
        self.secret != Secrecy::Plain
    }

    /// Puts a value into the configuration.
    pub(super) fn set(&self, config: &mut Config, raw: &Raw, place: &Place) -> Result<(), Wrong> {
        self.slot.set(config, raw, place)
    }

    /// The value as TOML, secrets masked; `None` where nothing is set.
    pub(super) fn show(&self, config: &Config) -> Option<String> {
        self.slot.show(config)
    }

    /// What may be given.
    pub(super) fn form(&self) -> String {
        self.slot.form()
    }

    /// An example, where there is no default.
    pub(super) fn example(&self) -> Option<&'static str> {
        self.slot.example()
    }
}

/// A place in the configuration.
pub(super) struct At<T> {
    /// To read it.
    pub(super) get: fn(&Config) -> &T,
    /// To write it.
    pub(super) get_mut: fn(&mut Config) -> &mut T,
}

/// The place `config.$field…`.
macro_rules! at {
    ($($field:ident).+) => {
        $crate::config::setting::At { get: |config| &config.$($field).+, get_mut: |config| &mut config.$($field).+ }
    };
}
pub(super) use at;

/// A place with its codec, whatever the type of its value.
trait Slot: Send + Sync {
    fn set(&self, config: &mut Config, raw: &Raw, place: &Place) -> Result<(), Wrong>;
    fn show(&self, config: &Config) -> Option<String>;
    fn form(&self) -> String;
    fn example(&self) -> Option<&'static str>;
}

struct Field<C: Codec> {
    at: At<C::Value>,
    codec: C,
}

impl<C: Codec> Slot for Field<C> {
    fn set(&self, config: &mut Config, raw: &Raw, place: &Place) -> Result<(), Wrong> {
        *(self.at.get_mut)(config) = self.codec.read(raw, place)?;
        Ok(())
    }

    fn show(&self, config: &Config) -> Option<String> {
        self.codec.write((self.at.get)(config))
    }

    fn form(&self) -> String {
        self.codec.form()
    }

    fn example(&self) -> Option<&'static str> {
        self.codec.example()
    }
}
