# Makes a pgbench script of the statements that PostgreSQL logged for one request, sent as the server sends them: prepared,
# in one pipeline, which is one transaction.
#
# Reads PostgreSQL's log (log_statement = 'all', log_line_prefix = '%a: '). `id` is the ID that the request asked for, to be
# replaced by a random one from `lowest` to `highest`; `variables` is the file for pgbench's -D arguments, one a line.

# One log entry is a line and its continuations, which PostgreSQL begins with a tab.
/^\t/ { entry = entry "\n" substr($0, 2); next }
{ take(entry); entry = $0 }
END {
    take(entry)
    if (count == 0) { print "PostgreSQL logged no statement of the request." > "/dev/stderr"; exit 1 }
    if (id != "") print "\\set id random(" lowest ", " highest ")"
    print "\\startpipeline"
    for (n = 1; n <= count; n++) print statement[n] ";"
    print "\\endpipeline"
}

function take(text) {
    if (match(text, /^docket reader: LOG:  execute [^:]*: /)) {
        statement[++count] = substr(text, RSTART + RLENGTH)
    } else if (count > 0 && match(text, /^docket reader: DETAIL:  [Pp]arameters: /)) {
        bind(substr(text, RSTART + RLENGTH))
    }
}

# Gives the last statement's parameters, `$1 = 'text', $2 = NULL`, as pgbench variables.
function bind(list,    number, value, name) {
    while (match(list, /^(, )?\$[0-9]+ = /)) {
        number = substr(list, 1, RLENGTH)
        gsub(/[^0-9]/, "", number)
        list = substr(list, RLENGTH + 1)
        match(list, /^('([^']|'')*'|NULL)/)
        value = substr(list, 1, RLENGTH)
        list = substr(list, RLENGTH + 1)
        if (value == "NULL") {
            name = "NULL"
        } else {
            value = substr(value, 2, length(value) - 2)
            gsub(/''/, "'", value)
            if (id != "" && value == id) {
                name = ":id"
            } else {
                name = ":s" count "_" number
                print substr(name, 2) "=" value > variables
            }
        }
        place(number, name)
    }
}

function place(number, name,    rest, before) {
    rest = statement[count]
    before = ""
    while (match(rest, "[$]" number "([^0-9]|$)")) {
        before = before substr(rest, 1, RSTART - 1) name
        rest = substr(rest, RSTART + 1 + length(number))
    }
    statement[count] = before rest
}
