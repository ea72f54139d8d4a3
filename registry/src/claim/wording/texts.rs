//! The texts, as data: one set for each language. A text that has been published is never edited; a better one is a
//! further version. `{name}` and the like are filled in.

/// The texts of one language.
pub(super) struct Texts {
    /// `support/1`
    pub support: &'static str,
    /// `match/1`, with no earlier retirement, one, or several citing the footprint.
    pub matched: [&'static str; 3],
    /// `premium/1`
    pub premium: &'static str,
    /// `step/1`: without a word of certification.
    pub step: &'static str,
    /// Follows every claim, and stands alone for `none/1`.
    pub disclosure: &'static str,
    /// The same for credits of entry level.
    pub disclosure_at_entry: &'static str,
    /// One credit; several.
    pub credits: [&'static str; 2],
    /// Joins the last of several names.
    pub and: &'static str,
    /// Parts kilograms from their fraction.
    pub point: char,
}

pub(super) const EN: Texts = Texts {
    support: "{name} supported certified production of {basis} by artisanal and small-scale miners in {countries} by retiring {credits} for {mass} kg.",
    matched: [
        "{name} retired {credits} for {mass} kg of {basis}, equal to {percent} % of the {mineral} it calculates it used ({footprint} kg, {scope}, {from} to {to}).",
        "{name} retired {credits} for {mass} kg of {basis}; this and 1 earlier retirement together, {claimed} kg, equal {percent} % of the {mineral} it calculates it used ({footprint} kg, {scope}, {from} to {to}).",
        "{name} retired {credits} for {mass} kg of {basis}; this and {earlier} earlier retirements together, {claimed} kg, equal {percent} % of the {mineral} it calculates it used ({footprint} kg, {scope}, {from} to {to}).",
    ],
    premium: "{name} retired {credits} for {mass} kg of {basis}; {reached} of {routed} premium had reached {producers} and its funds by {date}.",
    step: "{name} supports artisanal and small-scale miners of {mineral} in {countries} who follow an improvement plan, by retiring {credits} for {mass} kg.",
    disclosure: "This is a book-and-claim record. Credits stand for certified production and are not linked to the {mineral} in the products. Check it at {url}.",
    disclosure_at_entry: "This is a book-and-claim record. Credits of entry level stand for production under an improvement plan and are not linked to the {mineral} in the products. Check it at {url}.",
    credits: ["a credit", "credits"],
    and: "and",
    point: '.',
};

pub(super) const ES: Texts = Texts {
    support: "{name} apoyó la producción certificada de {basis} por mineros artesanales y de pequeña escala en {countries} mediante el retiro de {credits} por {mass} kg.",
    matched: [
        "{name} retiró {credits} por {mass} kg de {basis}, equivalentes al {percent} % {of_mineral} que calcula haber utilizado ({footprint} kg, {scope}, del {from} al {to}).",
        "{name} retiró {credits} por {mass} kg de {basis}; junto con 1 retiro anterior son {claimed} kg, equivalentes al {percent} % {of_mineral} que calcula haber utilizado ({footprint} kg, {scope}, del {from} al {to}).",
        "{name} retiró {credits} por {mass} kg de {basis}; junto con {earlier} retiros anteriores son {claimed} kg, equivalentes al {percent} % {of_mineral} que calcula haber utilizado ({footprint} kg, {scope}, del {from} al {to}).",
    ],
    premium: "{name} retiró {credits} por {mass} kg de {basis}; hasta el {date} habían llegado a {producers} y a sus fondos {reached} de {routed} de prima.",
    step: "{name} apoya a mineros artesanales y de pequeña escala de {mineral} en {countries} que siguen un plan de mejora, mediante el retiro de {credits} por {mass} kg.",
    disclosure: "Este es un registro de «book and claim». Los créditos representan producción certificada y no están vinculados {to_mineral} de los productos. Compruébelo en {url}.",
    disclosure_at_entry: "Este es un registro de «book and claim». Los créditos de nivel de entrada representan producción sujeta a un plan de mejora y no están vinculados {to_mineral} de los productos. Compruébelo en {url}.",
    credits: ["un crédito", "créditos"],
    and: "y",
    point: ',',
};

pub(super) const FR: Texts = Texts {
    support: "{name} a soutenu la production certifiée {of_basis} par des mineurs artisanaux et à petite échelle ({countries}) en retirant {credits} pour {mass} kg.",
    matched: [
        "{name} a retiré {credits} pour {mass} kg {of_basis}, soit {percent} % {of_mineral} que l’organisation calcule avoir utilisé ({footprint} kg, {scope}, du {from} au {to}).",
        "{name} a retiré {credits} pour {mass} kg {of_basis} ; avec 1 retrait antérieur, {claimed} kg au total, soit {percent} % {of_mineral} que l’organisation calcule avoir utilisé ({footprint} kg, {scope}, du {from} au {to}).",
        "{name} a retiré {credits} pour {mass} kg {of_basis} ; avec {earlier} retraits antérieurs, {claimed} kg au total, soit {percent} % {of_mineral} que l’organisation calcule avoir utilisé ({footprint} kg, {scope}, du {from} au {to}).",
    ],
    premium: "{name} a retiré {credits} pour {mass} kg {of_basis} ; au {date}, {reached} sur {routed} de prime étaient parvenus à {producers} et à ses fonds.",
    step: "{name} soutient des mineurs artisanaux et à petite échelle {of_basis} ({countries}) qui suivent un plan d’amélioration, en retirant {credits} pour {mass} kg.",
    disclosure: "Ceci est un enregistrement de type « book and claim ». Les crédits représentent une production certifiée et ne sont pas liés {to_mineral} des produits. À vérifier sur {url}.",
    disclosure_at_entry: "Ceci est un enregistrement de type « book and claim ». Les crédits de niveau d’entrée représentent une production soumise à un plan d’amélioration et ne sont pas liés {to_mineral} des produits. À vérifier sur {url}.",
    credits: ["un crédit", "des crédits"],
    and: "et",
    point: ',',
};

pub(super) const SW: Texts = Texts {
    support: "{name} imesaidia uzalishaji wa {basis} uliothibitishwa kwa cheti, wa wachimbaji wadogo katika {countries}, kwa kuondoa kwa kudumu {credits} za kilo {mass}.",
    matched: [
        "{name} imeondoa kwa kudumu {credits} za kilo {mass} za {basis}, sawa na asilimia {percent} ya {mineral} ambayo inakadiria imetumia (kilo {footprint}, {scope}, {from} hadi {to}).",
        "{name} imeondoa kwa kudumu {credits} za kilo {mass} za {basis}; pamoja na uondoaji 1 wa awali, jumla ya kilo {claimed}, sawa na asilimia {percent} ya {mineral} ambayo inakadiria imetumia (kilo {footprint}, {scope}, {from} hadi {to}).",
        "{name} imeondoa kwa kudumu {credits} za kilo {mass} za {basis}; pamoja na uondoaji {earlier} wa awali, jumla ya kilo {claimed}, sawa na asilimia {percent} ya {mineral} ambayo inakadiria imetumia (kilo {footprint}, {scope}, {from} hadi {to}).",
    ],
    premium: "{name} imeondoa kwa kudumu {credits} za kilo {mass} za {basis}; kufikia {date}, {reached} kati ya {routed} za malipo ya ziada zilikuwa zimefika kwa {producers} na mifuko yake.",
    step: "{name} inasaidia wachimbaji wadogo wa {mineral} katika {countries} wanaofuata mpango wa uboreshaji, kwa kuondoa kwa kudumu {credits} za kilo {mass}.",
    disclosure: "Hii ni rekodi ya mfumo wa “book and claim”. Krediti zinawakilisha uzalishaji uliothibitishwa kwa cheti na hazina uhusiano na {mineral} iliyomo kwenye bidhaa. Hakiki kwenye {url}.",
    disclosure_at_entry: "Hii ni rekodi ya mfumo wa “book and claim”. Krediti za ngazi ya kuanzia zinawakilisha uzalishaji ulio chini ya mpango wa uboreshaji na hazina uhusiano na {mineral} iliyomo kwenye bidhaa. Hakiki kwenye {url}.",
    credits: ["krediti", "krediti"],
    and: "na",
    point: '.',
};

/// What a mineral is called in one language.
pub(super) struct Called {
    /// Its name.
    pub mineral: &'static str,
    /// What a kilogram counts.
    pub basis: &'static str,
    /// The name with its article, after *of*.
    pub of_mineral: &'static str,
    /// The same, after *to*.
    pub to_mineral: &'static str,
    /// The basis, after *of*.
    pub of_basis: &'static str,
}

const fn called(
    mineral: &'static str,
    basis: &'static str,
    of_mineral: &'static str,
    to_mineral: &'static str,
    of_basis: &'static str,
) -> Called {
    Called { mineral, basis, of_mineral, to_mineral, of_basis }
}

/// Code; then Spanish, French, Swahili. English stands with the minerals themselves.
#[rustfmt::skip]
pub(super) const MINERALS: &[(&str, [Called; 3])] = &[
    ("COB", [called("cobalto", "cobalto contenido", "del cobalto", "al cobalto", "de cobalto contenido"), called("cobalt", "cobalt contenu", "du cobalt", "au cobalt", "de cobalt contenu"), called("kobalti", "kobalti iliyomo", "", "", "")]),
    ("COP", [called("cobre", "cobre contenido", "del cobre", "al cobre", "de cobre contenido"), called("cuivre", "cuivre contenu", "du cuivre", "au cuivre", "de cuivre contenu"), called("shaba", "shaba iliyomo", "", "", "")]),
    ("GLD", [called("oro", "oro fino", "del oro", "al oro", "de oro fino"), called("or", "or fin", "de l’or", "à l’or", "d’or fin"), called("dhahabu", "dhahabu safi", "", "", "")]),
    ("GRA", [called("grafito", "carbono contenido", "del grafito", "al grafito", "de carbono contenido"), called("graphite", "carbone contenu", "du graphite", "au graphite", "de carbone contenu"), called("grafiti", "kaboni iliyomo", "", "", "")]),
    ("LIT", [called("litio", "óxido de litio contenido", "del litio", "al litio", "de óxido de litio contenido"), called("lithium", "oxyde de lithium contenu", "du lithium", "au lithium", "d’oxyde de lithium contenu"), called("lithiamu", "oksidi ya lithiamu iliyomo", "", "", "")]),
    ("MIC", [called("mica", "mica clasificada", "de la mica", "a la mica", "de mica clasificada"), called("mica", "mica trié", "du mica", "au mica", "de mica trié"), called("mika", "mika iliyochambuliwa", "", "", "")]),
    ("PLT", [called("platino", "platino fino", "del platino", "al platino", "de platino fino"), called("platine", "platine fin", "du platine", "au platine", "de platine fin"), called("platini", "platini safi", "", "", "")]),
    ("SLV", [called("plata", "plata fina", "de la plata", "a la plata", "de plata fina"), called("argent", "argent fin", "de l’argent", "à l’argent", "d’argent fin"), called("fedha", "fedha safi", "", "", "")]),
    ("TAN", [called("tantalio", "pentóxido de tantalio contenido", "del tantalio", "al tantalio", "de pentóxido de tantalio contenido"), called("tantale", "pentoxyde de tantale contenu", "du tantale", "au tantale", "de pentoxyde de tantale contenu"), called("tantali", "pentoksidi ya tantali iliyomo", "", "", "")]),
    ("TIN", [called("estaño", "estaño contenido", "del estaño", "al estaño", "de estaño contenido"), called("étain", "étain contenu", "de l’étain", "à l’étain", "d’étain contenu"), called("bati", "bati iliyomo", "", "", "")]),
    ("TUN", [called("wolframio", "trióxido de wolframio contenido", "del wolframio", "al wolframio", "de trióxido de wolframio contenido"), called("tungstène", "trioxyde de tungstène contenu", "du tungstène", "au tungstène", "de trioxyde de tungstène contenu"), called("tungsteni", "trioksidi ya tungsteni iliyomo", "", "", "")]),
];
