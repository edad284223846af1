# settings.awk -- redis.conf beside the rows of settings in src: what the server honours is explained there, with its true default.
#
#     awk -f tests/settings.awk redis.conf tests/config/values.tsv src/*/*.c
#
# And beside tests/config/values.tsv, which has to name them all. A row is `{ "name", SETTING_KIND, where, "default", ... }`. Those that are hidden or whose feature is absent need no explanation.
FNR == 1 { document = FILENAME ~ /redis\.conf$/; table = FILENAME ~ /\.tsv$/; row = "" }
table { split($0, field, "\t"); tried[field[1]] = 1; next }
document && /^(# )?[a-z][a-z0-9-]+( |$)/ {
    example = /^# /
    sub(/^# /, "")
    name = $1
    sub(/^[^ ]+ ?/, "")
    explained[name] = 1
    if (!example) { shown[name] = bare($0); at[name] = FNR }
}
!document && /^ *\{ "[a-z0-9_-]+", SETTING_/ { row = "" ; open = 1 }
!document && open {
    row = row " " $0
    if (row ~ /\},?( \\)?$/) { keep(row); open = 0 }
}
END {
    for (name in default_of) {
        if (!(name in tried) && !directive[name]) {
            print "tests/config/values.tsv: has no value for " name
            fail = 1
        }
        if (optional[name] || explained[name]) continue
        print "redis.conf: does not explain " name
        fail = 1
    }
    for (name in shown) {
        if (!(name in default_of)) complain(name, "is no setting")
        else if (repeated[name]) continue                   # save and the like: tests/config/defaults.t knows them
        else if (name == "dir") continue                    # ./ reads better than .
        else if (bytes(shown[name]) != bytes(default_of[name])) complain(name, "shows " shown[name] ", the default is " default_of[name])
    }
    exit fail
}
function keep(row,    parts, name, flags) {
    split(row, parts, "\"")
    name = parts[2]
    if (name in default_of) return                          # the first row of a name wins; config_absent.c comes last
    default_of[name] = parts[4]
    optional[name] = row ~ /SETTING_HIDDEN( |,|\|)|SETTING_DIRECTIVE|\.absent/
    directive[name] = row ~ /SETTING_DIRECTIVE/
    repeated[name] = row ~ /SETTING_MULTI|SETTING_WORDS/
}
function bare(value) { gsub(/^"|"$/, "", value); return value }
function bytes(value,    digits) {
    digits = value + 0
    if (value == digits "kb") return digits * 1024
    if (value == digits "mb") return digits * 1048576
    if (value == digits "gb") return digits * 1073741824
    return value
}
function complain(name, what) { print "redis.conf:" at[name] ": " name " " what; fail = 1 }
