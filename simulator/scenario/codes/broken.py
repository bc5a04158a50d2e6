"""SCN0xx: the bytes and the YAML itself."""

from simulator.messages import N_
from simulator.scenario.codes.rule import error, warning

TOO_LARGE = error(
    "SCN001",
    N_("the file is larger than {most} MB"),
    N_("Split it into several scenarios."),
)
NOT_UTF8 = error(
    "SCN002",
    N_("the file is not UTF-8: byte {byte} cannot stand here"),
    N_("Save it as UTF-8 in your editor."),
)
LOOKS_UTF16 = error(
    "SCN003",
    N_("the file looks like UTF-16, not UTF-8"),
    N_("Save it as UTF-8 in your editor (“Unicode” there often means UTF-16)."),
)
LOOKS_CP1251 = error(
    "SCN004",
    N_("the file looks like Windows-1251, not UTF-8: byte {byte} cannot stand here"),
    N_("Save it as UTF-8 in your editor."),
)
EMPTY_FILE = error(
    "SCN005",
    N_("the file is empty"),
    N_("Write the keys described in docs/scenario-format.md."),
)
CONTROL_CHARACTER = error(
    "SCN006",
    N_("there is a control character here, {character}"),
    N_("Delete it; it may have come in by copying from another program."),
)
LINE_SEPARATOR = error(
    "SCN007",
    N_("there is an unusual line break here, {character}"),
    N_("Replace it by an ordinary line break."),
)
TAB = error(
    "SCN008",
    N_("there is a tab in the indentation"),
    N_("Indent with spaces; most editors can convert tabs into spaces."),
)
COLON = error(
    "SCN009",
    N_("there is a colon in the line, after “{words}”"),
    N_(
        "Put all the words after the key in quotes,"
        " or write it after `>-` on a line of its own."
    ),
)
UNCLOSED_QUOTE = error(
    "SCN010",
    N_("the quote {quote} that opens here is not closed"),
    N_("Close it at the end of the words; for quotes among them use «…»."),
)
AFTER_QUOTE = error(
    "SCN011",
    N_("there are words after the closing quote: “{words}”"),
    N_(
        "Put all the words after the key in quotes of the other kind,"
        " or write it after `>-` on a line of its own."
    ),
)
SPECIAL_START = error(
    "SCN012",
    N_("the value starts with “{character}”, which has a meaning of its own in YAML"),
    N_("Put the whole value in quotes."),
)
UNCLOSED_BRACKET = error(
    "SCN013",
    N_("the `{character}` that opens here is not closed, or holds more than a list"),
    N_("Close it with `{closing}`; a bracket among spoken words needs quotes."),
)
NO_SPACE = error(
    "SCN014",
    N_("there is no space after `{words}`"),
    N_("Put a space there: `{better}`."),
)
DUPLICATE_KEY = error(
    "SCN015",
    N_("the key `{key}` was written before, at line {line}, column {column}"),
    N_(
        "Keep one of the two; if both are meant, call this one otherwise, such as"
        " `{nearest}`."
    ),
    N_("Keep one of the two."),
)
ANCHOR = error(
    "SCN016",
    N_("`&{name}` makes this an anchor, and anchors are not used here"),
    N_("Write the value out; put it in quotes if `&` is part of the words."),
)
ALIAS = error(
    "SCN017",
    N_("`*{name}` makes this an alias, and aliases are not used here"),
    N_("Write the value out; put it in quotes if `*` is part of the words."),
)
TAG = error(
    "SCN018",
    N_("`{name}` makes this a tag, and tags are not used here"),
    N_("Leave it out; put the value in quotes if `!` is part of the words."),
)
MERGE_KEY = error(
    "SCN019",
    N_("the merge key `<<` is not used here"),
    N_("Write the keys out."),
)
SEVERAL_DOCUMENTS = error(
    "SCN020",
    N_("a second document begins here (`---`)"),
    N_("Keep one document in a file."),
)
TOO_DEEP = error(
    "SCN021",
    N_("this is nested deeper than {most} levels"),
    N_("Check the indentation and the brackets."),
)
KEY_NOT_A_WORD = error(
    "SCN022",
    N_("a key must be one word, not a list or a mapping"),
    N_("Write `key: value`."),
)
INDENTED = error(
    "SCN023",
    N_("this line does not start in its column"),
    N_("Start it in the same column as its neighbours: column {better}."),
)
MISSING_DASH = error(
    "SCN024",
    N_("a list item begins here without its dash"),
    N_("Put `- ` before it, the dash in column {better} as in the items above."),
)
MISPLACED_DASH = error(
    "SCN025",
    N_("there is a list item among `key: value` lines"),
    N_("Indent it under the key that it belongs to."),
)
NO_KEY = error(
    "SCN026",
    N_("the line “{words}” has no `key:`"),
    N_(
        "Write `{nearest}`; or indent it deeper than their key if it goes on with the"
        " words above it."
    ),
    N_("If it goes on with the words above it, indent it deeper than their key."),
)
BAD_ESCAPE = error(
    "SCN027",
    N_("`{words}` means nothing inside double quotes"),
    N_("Write `\\\\` for a backslash, or use single quotes."),
)
BROKEN = error(
    "SCN028",
    N_("the structure of the file breaks here"),
    N_("Check the indentation, the dashes, the colons and the quotes near this place."),
)
CUT_BY_COMMENT = warning(
    "SCN029",
    N_("“{words}” is lost: a `#` after a space begins a comment"),
    N_("Put all the words after the key in quotes if these words are to be said."),
)
UNSAFE_ESCAPE = error(
    "SCN030",
    N_("the text has a character that controls the screen, {character}"),
    N_("Leave it out."),
)
ODD_SPACES = error(
    "SCN032",
    N_(
        "where lines are indented there is another kind of space, {character};"
        " lines with one: {n}"
    ),
    N_("Replace it by ordinary spaces; it came in by copying from a text or a page."),
)
ODD_DASH = error(
    "SCN033",
    N_("a list item begins with “{character}”, not with a hyphen; lines with one: {n}"),
    N_("Write `- ` there, a hyphen and a space; word processors make dashes of them."),
)
NOT_TEXT = error(
    "SCN034",
    N_("this is no text file, but a document, an archive or a picture"),
    N_("Save the text as plain text in UTF-8; its name alone makes no YAML of a file."),
)
GARBLED = error(
    "SCN035",
    N_("a program has read the text in a wrong encoding and saved it so: “{value}”"),
    N_("Go back to the file before that, and open it as UTF-8."),
)
GARBLED_SIGN = warning(
    "SCN036",
    N_("“{value}” is what “{better}” becomes in a wrong encoding; such places: {n}"),
    N_("Write `{better}`; it came in by copying from another program."),
)
SWALLOWED_ITEM = warning(
    "SCN037",
    N_(
        "this line begins with `- `, but stands right of the items of its list, and so"
        " goes on with the words of the one above"
    ),
    N_(
        "Begin it in column {better}, as the others; put the words in quotes if the"
        " dash is one of them."
    ),
)
MANY_FINDINGS = warning(
    "SCN031",
    N_("there are more than {most} findings; the others are not shown"),
    N_("Mend these first."),
)
