//! Made-up names: schools, adults, rooms. Nobody is meant.

use crate::dice::Dice;

const GIVEN: [&str; 56] = [
    "Ruth",
    "Marcus",
    "Aiyana",
    "Priya",
    "Tomás",
    "Grace",
    "Malik",
    "Yuki",
    "Elena",
    "Declan",
    "Fatima",
    "Noah",
    "Xiomara",
    "Henrik",
    "Ngozi",
    "Camille",
    "Diego",
    "Lakshmi",
    "Owen",
    "Zainab",
    "Mei",
    "Terrence",
    "Ingrid",
    "Santiago",
    "Amara",
    "Walter",
    "Leilani",
    "Piotr",
    "Rosalind",
    "Kwame",
    "Sofía",
    "Jamal",
    "Anneke",
    "Ravi",
    "Bernadette",
    "Hassan",
    "Mae",
    "Joaquín",
    "Thandiwe",
    "Colin",
    "Soo-jin",
    "Darnell",
    "Esther",
    "Luka",
    "Winona",
    "Farid",
    "Paulette",
    "Gustavo",
    "Chidi",
    "Hannah",
    "Tuan",
    "Oksana",
    "Isaiah",
    "Marguerite",
    "Nizhoni",
    "Bartholomew",
];

const FAMILY: [&str; 60] = [
    "Okafor",
    "Hernández",
    "Nguyen",
    "Whitfield",
    "Begay",
    "Patel",
    "Kowalski",
    "Al-Hassan",
    "Tanaka",
    "O’Rourke",
    "Mbeki",
    "Castellanos-Villaseñor",
    "Lindqvist",
    "Washington",
    "Park",
    "Yazzie",
    "Delgado",
    "Fitzgerald",
    "Osei",
    "Haddad",
    "Romero",
    "Schneider",
    "Abebe",
    "Baptiste",
    "Moreau",
    "Kim",
    "Vang",
    "Thompson",
    "Iyer",
    "Johansson",
    "Cruz",
    "Ferreira",
    "Goldberg",
    "Ali",
    "Montgomery-Achterberg",
    "Sato",
    "Dubois",
    "Ramirez",
    "Ivanova",
    "Bell",
    "Xiong",
    "Nakamura",
    "Gutierrez",
    "Ellison",
    "Diallo",
    "Petrov",
    "McAllister",
    "Rahman",
    "Solís",
    "Freeman",
    "Tran",
    "Eriksen",
    "Boateng",
    "Salazar",
    "Hoffmann",
    "Chatterjee",
    "Reyes",
    "Carmichael",
    "Two Rivers",
    "Lee",
];

const PLACES: [&str; 24] = [
    "Alder Flat",
    "Birch Run",
    "Canyon Gate",
    "Dover Hill",
    "Elk Meadow",
    "Fairmount",
    "Granite Falls",
    "Heron Lake",
    "Iron Bridge",
    "Juniper Ridge",
    "Kestrel Point",
    "Larkspur",
    "Mill Street",
    "North Fork",
    "Old Orchard",
    "Pine Barrens",
    "Quarry Road",
    "Red Willow",
    "Stone Arch",
    "Timberline",
    "Upper Valley",
    "Vista Grande",
    "West Prairie",
    "Yarrow Creek",
];

/// Which grades a school teaches.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Span {
    /// Pre-kindergarten to grade 5.
    Elementary,
    /// Grades 6 to 8.
    Middle,
    /// Grades 9 to 12.
    High,
}

impl Span {
    fn name(self) -> &'static str {
        match self {
            Self::Elementary => "Elementary",
            Self::Middle => "Middle School",
            Self::High => "High School",
        }
    }
}

/// The demo's schools, by key, place, span and network.
const FIRST: [(&str, &str, Span, &str); 8] = [
    ("cedar-ridge", "Cedar Ridge", Span::Elementary, "west"),
    ("harbor-view", "Harbor View", Span::Elementary, "west"),
    ("maple-hollow", "Maple Hollow", Span::Elementary, "west"),
    ("dry-creek", "Dry Creek", Span::Elementary, "west"),
    ("lincoln-bluff", "Lincoln Bluff", Span::Elementary, "river"),
    ("sauk-bottoms", "Sauk Bottoms", Span::Elementary, "river"),
    ("eastgate", "Eastgate", Span::Middle, "secondary"),
    ("summit-valley", "Summit Valley", Span::High, "secondary"),
];

/// The networks, by key and name.
pub(crate) const NETWORKS: [(&str, &str); 3] =
    [("west", "West network"), ("river", "River network"), ("secondary", "Secondary network")];

/// A school's key, name, span and network, by its position.
pub(crate) fn school(position: usize) -> (String, String, Span, &'static str) {
    if let Some((key, place, span, network)) = FIRST.get(position).copied() {
        return (key.to_owned(), format!("{place} {}", span.name()), span, network);
    }
    let further = position - FIRST.len();
    let (span, network) = match further % 4 {
        0 => (Span::Elementary, "west"),
        1 => (Span::Elementary, "river"),
        2 => (Span::Middle, "secondary"),
        _ => (Span::High, "secondary"),
    };
    let place = PLACES[further % PLACES.len()];
    let round = further / PLACES.len();
    let place = if round == 0 {
        place.to_owned()
    } else {
        format!("{place} {}", ["North", "South", "East", "West"][(round - 1) % 4])
    };
    (place.to_lowercase().replace(' ', "-"), format!("{place} {}", span.name()), span, network)
}

/// Adults' names, every one once: given and family names are walked through in steps that meet again only after
/// all 3,360 pairs.
pub(crate) struct Adults {
    next: usize,
}

impl Adults {
    pub(crate) fn new(dice: &mut Dice) -> Self {
        Self { next: dice.below(GIVEN.len() * FAMILY.len()) }
    }
}

impl Iterator for Adults {
    type Item = String;

    fn next(&mut self) -> Option<String> {
        let pair = self.next * 1_361 % (GIVEN.len() * FAMILY.len());
        self.next += 1;
        Some(format!("{} {}", GIVEN[pair / FAMILY.len()], FAMILY[pair % FAMILY.len()]))
    }
}
