//! What observers write: short notes, one strength, one question.

/// What may be written about one look-for.
pub(crate) struct Words {
    pub(crate) look_for: &'static str,
    /// Notes when it was shown.
    pub(crate) shown: [&'static str; 2],
    /// Notes when it was not.
    pub(crate) missed: [&'static str; 2],
    /// For the teacher, when it was shown.
    pub(crate) strength: &'static str,
    /// For the teacher, when it was not.
    pub(crate) question: &'static str,
}

/// The look-fors that observers write about.
pub(crate) const WORDS: [Words; 10] = [
    Words {
        look_for: "goal",
        shown: [
            "Asked two students; both said the goal in their own words.",
            "Goal on the board, and a student read it back at the start.",
        ],
        missed: ["Three students named the page, not the goal.", "Goal was posted but nobody I asked had noticed it."],
        strength: "Both students I asked could tell me what they were learning and why.",
        question: "Where in the lesson could students put the goal into their own words?",
    },
    Words {
        look_for: "check",
        shown: [
            "Whiteboards up, every answer seen before going on.",
            "Exit line collected at each table, four students called back.",
        ],
        missed: ["Five hands answered for the whole class.", "Moved to problem 4 while the back table was still on 2."],
        strength: "You saw every student’s answer before you went on, and you changed the next example because of it.",
        question: "How might you hear from the students whose hands stay down before moving on?",
    },
    Words {
        look_for: "thinking",
        shown: [
            "Students chose a method and had to defend it.",
            "New problem, no model on the board; most started within a minute.",
        ],
        missed: ["Copying steps from the board for the whole visit.", "Worksheet asked for definitions only."],
        strength: "The task made students choose a method, and you let them argue for it.",
        question: "Which of these problems could be left open so that students choose the method?",
    },
    Words {
        look_for: "explain",
        shown: ["“I disagree because …” heard at three tables.", "Partners swapped reasons before they wrote."],
        missed: ["Partners compared answers, no reasons.", "Tables sat together but worked alone."],
        strength: "Students asked each other why, without waiting for you to ask.",
        question: "What sentence could help partners give a reason and not only an answer?",
    },
    Words {
        look_for: "routines",
        shown: [
            "Switched from carpet to tables in under a minute.",
            "Materials back on the shelf on one quiet signal.",
        ],
        missed: [
            "Four reminders before notebooks were out.",
            "Line at the pencil sharpener for most of the work time.",
        ],
        strength: "The change from carpet to tables took less than a minute and one signal.",
        question: "Which change of activity would be worth practising until it needs no reminder?",
    },
    Words {
        look_for: "connections",
        shown: [
            "A student brought up last week’s fraction strips by herself.",
            "Opened with yesterday’s mistake and what it taught.",
        ],
        missed: ["Straight into the new page.", "No mention of what came before."],
        strength: "Starting from yesterday’s mistake gave everyone a way in.",
        question: "What do students already know that today’s idea grows from?",
    },
    Words {
        look_for: "look-back",
        shown: [
            "Last three minutes: one thing learned, one thing still unclear.",
            "Class went back to the goal and voted how close they were.",
        ],
        missed: ["Bell rang in the middle of problem 6.", "Packing up took the last four minutes."],
        strength: "You kept three minutes for students to say what they had learned.",
        question: "What would have to end three minutes sooner to leave time for looking back?",
    },
    Words {
        look_for: "language",
        shown: [
            "Sentence frames on every table, and in use.",
            "Two students talked it through in Spanish, then wrote in English.",
        ],
        missed: ["Newcomer sat with the page untouched.", "Directions spoken once, nothing to look at."],
        strength: "The sentence frames let your newcomers take part in the same discussion as everyone.",
        question: "What could your newcomers hold or look at while the directions are given?",
    },
    Words {
        look_for: "support",
        shown: [
            "“What have you tried?” before any help, every time.",
            "Stuck students used the anchor chart first, then a partner.",
        ],
        missed: ["Answer given to three students in a row.", "A hand was up for four minutes at the window table."],
        strength: "You asked what a student had tried before you helped, and the next step came from the student.",
        question: "What could a student reach for in the first minute of being stuck?",
    },
    Words {
        look_for: "modelling",
        shown: [
            "“I am stuck here, so I draw it” said aloud while drawing.",
            "Two ways shown, with the reason for choosing one.",
        ],
        missed: ["Steps listed, no word about why.", "Example finished before the visit; students copied it."],
        strength: "You said aloud why you chose each step, including the one you gave up.",
        question: "Which step in your example hides a decision that students would not see?",
    },
];

/// Notes about nothing in particular.
pub(crate) const REMARKS: [&str; 6] = [
    "Announcement over the speaker, about 40 seconds.",
    "Second adult arrived five minutes in.",
    "Four students out for band.",
    "Worked from the new unit guide, lesson 7.",
    "Room rearranged since last time: tables of four now.",
    "Fire drill earlier; class settling back in.",
];
