//! The codes of refusals, from the register's own table.

use orebook_registry::Refusal;

/// The code of every refusal: its name in snake_case, in the table's order.
pub fn refusal_codes() -> impl Iterator<Item = String> {
    Refusal::TABLE.iter().map(|(name, _, _)| snake_case(name))
}

fn snake_case(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_lowercase());
    }
    code
}
