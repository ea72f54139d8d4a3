//! What an auditor is told: findings, each with the entry it names, and the figures of the register.

use std::collections::BTreeMap;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use orebook_registry::Registry;
use orebook_registry::instruction::Issuer;
use orebook_registry::mineral::Mineral;
use orebook_registry::party::OwnKeys;
use orebook_registry::values::{Mass, Timestamp};
use orebook_tlog::Hash;
use serde::{Serialize, Serializer};

/// The rules that a finding may name: stable words, for programs.
pub mod rule {
    macro_rules! rules {
        ($($(#[$meta:meta])* $name:ident = $word:literal;)+) => {
            $($(#[$meta])* pub const $name: &str = $word;)+
            /// All of them, in the order in which they are looked at.
            pub const ALL: &[&str] = &[$($word),+];
        };
    }
    rules! {
        /// The archive's file `vkey` is the key the auditor gave, or another that the log names.
        VKEY_FILE = "vkey_file_must_be_the_given_key";
        /// The checkpoint is a note signed by the key given and by the log's key in force, and its origin is their name.
        CHECKPOINT = "checkpoint_must_be_signed_by_the_log";
        /// So many of the given witnesses have cosigned the checkpoint, or an earlier one that the archive has.
        WITNESSED = "checkpoint_must_be_witnessed";
        /// The log continues every checkpoint that was seen before.
        GROWS = "log_must_only_grow";
        /// As many entries can be read as the checkpoint counts.
        COMPLETE = "entries_must_be_complete";
        /// Every hash tile is there and has its hashes.
        TILE_THERE = "tile_must_be_there";
        /// An entry's bytes hash to its leaf in the tiles.
        LEAF = "entry_must_match_its_leaf";
        /// Every tile follows from the tile below it.
        TILE = "tile_must_follow_from_the_entries";
        /// The root over the entries is the root that was signed.
        ROOT = "root_must_be_the_signed_one";
        /// An entry is an object with the members of its form.
        READABLE = "entry_must_be_readable";
        /// Its events are written canonically and its members stand in order.
        CANONICAL = "entry_must_be_canonical";
        /// It says its own place in the log.
        SEQUENCE = "sequence_must_be_the_place_in_the_log";
        /// Entry 0, and no other, is a founding.
        FIRST = "first_entry_must_be_the_founding";
        /// The founding names the origin of the log that was given; it or a later entry names the key.
        LOG_KEY = "founding_must_name_the_log_key";
        /// No entry is older than the one before it.
        TIME = "time_must_not_run_back";
        /// The day is opened, and what is due applied, before anything else is decided.
        CLOCK_MISSING = "clock_entry_must_come_first";
        /// A clock entry has something to write.
        CLOCK_NEEDLESS = "clock_entry_must_be_due";
        /// The instruction is canonical and of the right form.
        INSTRUCTION = "instruction_must_be_readable";
        /// Its signature verifies.
        SIGNATURE = "signature_must_verify";
        /// It was not accepted before.
        REPLAYED = "instruction_must_not_be_replayed";
        /// The rules accept it at that moment.
        ACCEPTED = "instruction_must_be_acceptable";
        /// The entry says exactly what the rules decide.
        DECIDED = "entry_must_say_what_was_decided";
        /// Every consequence stands in its own continuation, directly after.
        CONSEQUENCE = "consequence_must_be_logged";
        /// A continuation continues something.
        CONTINUATION = "continuation_must_follow_from_its_cause";
        /// The rules do not contradict themselves.
        CONTRADICTION = "register_must_not_contradict_itself";
        /// What is kept as one goes equals what is computed from scratch.
        INVARIANT = "invariant_must_hold";
    }
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Finding {
    /// The first entry concerned, when there is one.
    pub entry: Option<u64>,
    /// One of [`rule::ALL`].
    pub rule: &'static str,
    /// What was found, in a sentence.
    pub detail: String,
}

impl Finding {
    pub(crate) fn at(entry: u64, rule: &'static str, detail: impl Into<String>) -> Finding {
        Finding { entry: Some(entry), rule, detail: detail.into() }
    }

    pub(crate) fn general(rule: &'static str, detail: impl Into<String>) -> Finding {
        Finding { entry: None, rule, detail: detail.into() }
    }
}

/// The result of verifying an archive.
#[derive(Debug, Clone, Serialize)]
pub struct Report {
    /// The log's name.
    pub origin: String,
    /// Number of entries that the checkpoint counts.
    pub size: u64,
    /// The root that the checkpoint states, in base64 when serialised.
    #[serde(serialize_with = "base64")]
    pub root: Hash,
    /// So many first entries were decided again another time, and only applied this time.
    pub applied: u64,
    /// So many first entries are under a checkpoint that the given witnesses have cosigned; absent if none were given, or
    /// too few have.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub witnessed: Option<u64>,
    /// What is wrong; nothing, for a clean archive.
    pub findings: Vec<Finding>,
    /// What the register holds after the last entry that was replayed.
    pub figures: Figures,
    /// The keys of the log and of the issuer, as its entries name them.
    #[serde(skip)]
    pub own_keys: OwnKeys,
}

impl Report {
    /// True when nothing was found.
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// The lowest entry that a finding names.
    pub fn first_entry(&self) -> Option<u64> {
        self.findings.iter().filter_map(|finding| finding.entry).min()
    }
}

fn base64<S: Serializer>(root: &Hash, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&STANDARD.encode(root))
}

/// What the register holds.
#[derive(Debug, Clone, Serialize)]
pub struct Figures {
    /// Entries that were replayed without a finding.
    pub replayed: u64,
    /// Signatures of instructions that were checked.
    pub signatures: u64,
    /// Time of the last entry replayed.
    pub time: Option<Timestamp>,
    /// Who issues retirement statements now.
    pub issuer: Option<Issuer>,
    /// Organisations registered.
    pub organisations: u64,
    /// Retirements.
    pub retirements: u64,
    /// By mineral, of those that have credits.
    pub minerals: Vec<MineralFigures>,
}

/// The credits of one mineral, in kilograms.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct MineralFigures {
    /// Which.
    pub mineral: Mineral,
    /// Batches issued.
    pub batches: u64,
    /// Mass issued.
    pub issued: Mass,
    /// Neither retired nor ended otherwise.
    pub outstanding: Mass,
    /// Retired.
    pub retired: Mass,
    /// Cancelled.
    pub cancelled: Mass,
    /// Expired.
    pub expired: Mass,
}

impl Figures {
    pub(crate) fn of(registry: &Registry, replayed: u64, signatures: u64) -> Figures {
        let mut minerals: BTreeMap<Mineral, MineralFigures> = BTreeMap::new();
        for (_, batch) in registry.credits.batches() {
            let mineral = batch.class.mineral;
            let zero = Mass::default();
            let nothing = MineralFigures {
                mineral,
                batches: 0,
                issued: zero,
                outstanding: zero,
                retired: zero,
                cancelled: zero,
                expired: zero,
            };
            let sum = minerals.entry(mineral).or_insert(nothing);
            let figures = batch.figures();
            sum.batches += 1;
            sum.issued = sum.issued.plus(batch.issued);
            sum.outstanding = sum.outstanding.plus(figures.outstanding());
            sum.retired = sum.retired.plus(figures.retired);
            sum.cancelled = sum.cancelled.plus(figures.cancelled);
            sum.expired = sum.expired.plus(figures.expired);
        }
        Figures {
            replayed,
            signatures,
            time: registry.time(),
            issuer: registry.own_keys().issuers().last().map(|tenure| tenure.key.clone()),
            organisations: registry.parties.organisations().count() as u64,
            retirements: registry.claims.retirements().count() as u64,
            minerals: minerals.into_values().collect(),
        }
    }
}
