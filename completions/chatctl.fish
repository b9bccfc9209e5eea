# Print an optspec for argparse to handle cmd's options that are independent of any subcommand.
function __fish_chatctl_global_optspecs
    string join \n c/context= api= data= o/output= columns= sort= limit= all no-headers time= color= progress= y/yes confirm= no-input dry-run timeout= q/quiet v/verbose h/help V/version
end

function __fish_chatctl_needs_command
    # Figure out if the current invocation already has a command.
    set -l cmd (commandline -opc)
    set -e cmd[1]
    argparse -s (__fish_chatctl_global_optspecs) -- $cmd 2>/dev/null
    or return
    if set -q argv[1]
        # Also print the command, so this can be used to figure out what it is.
        echo $argv[1]
        return 1
    end
    return 0
end

function __fish_chatctl_using_subcommand
    set -l cmd (__fish_chatctl_needs_command)
    test -z "$cmd"
    and return 1
    contains -- $cmd[1] $argv
end

complete -c chatctl -n "__fish_chatctl_needs_command" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_needs_command" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_needs_command" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_needs_command" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_needs_command" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_needs_command" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_needs_command" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_needs_command" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_needs_command" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_needs_command" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_needs_command" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_needs_command" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_needs_command" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_needs_command" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_needs_command" -s V -l version -d 'Print version'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "completion" -d 'Print a completion script for a shell'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "context" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "contexts" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "version" -d 'Print the version'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand completion" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -f -a "list" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -f -a "show" -d 'Show where a line would go, and with which key'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and not __fish_seen_subcommand_from ls list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show where a line would go, and with which key'
complete -c chatctl -n "__fish_chatctl_using_subcommand context; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -f -a "list" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -f -a "show" -d 'Show where a line would go, and with which key'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and not __fish_seen_subcommand_from ls list show help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from show" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from help" -f -a "show" -d 'Show where a line would go, and with which key'
complete -c chatctl -n "__fish_chatctl_using_subcommand contexts; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand version" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from completion context version help" -f -a "completion" -d 'Print a completion script for a shell'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from completion context version help" -f -a "context" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from completion context version help" -f -a "version" -d 'Print the version'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from completion context version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from context" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from context" -f -a "show" -d 'Show where a line would go, and with which key'
