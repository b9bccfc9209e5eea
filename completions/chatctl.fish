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
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "app" -d 'Applications, that is tenants'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "apps" -d 'Applications, that is tenants'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "chat" -d 'Chats of an application'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "chats" -d 'Chats of an application'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "msg" -d 'Messages of a chat'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "messages" -d 'Messages of a chat'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "queue" -d 'The queues `persist` and `index` over the log of what was accepted'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "queues" -d 'The queues `persist` and `index` over the log of what was accepted'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "worker" -d 'The processes of the installation'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "workers" -d 'The processes of the installation'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "dlq" -d 'Dead letters: what was accepted and could never be persisted'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "dead-letters" -d 'Dead letters: what was accepted and could never be persisted'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "counter" -d 'The counters that give numbers, and whether they are right'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "counters" -d 'The counters that give numbers, and whether they are right'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "index" -d 'The search index'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "job" -d 'Long work that runs in chatd'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "jobs" -d 'Long work that runs in chatd'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "verify" -d 'Prove that queue, database and search index agree'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "check" -d 'Answer as monitoring plugins do: 0 ok, 1 warning, 2 critical, 3 unknown'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "import" -d 'Import messages from NDJSON: `app`, `chat`, `sender`, `sent_at`, `content`'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "export" -d 'Export messages as NDJSON, in the form that `import` takes'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "backup" -d 'Back applications up, whole: tokens, numbers, times, tombstones'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "restore" -d 'Restore the applications of a backup'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "tui" -d 'See the whole installation on one screen, and act on it'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "bench" -d 'Measure what this chatd takes'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "completion" -d 'Print a completion script for a shell'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "context" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "contexts" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "errors" -d 'Error codes: what they mean and what to do about them'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "error" -d 'Error codes: what they mean and what to do about them'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "version" -d 'Print the version'
complete -c chatctl -n "__fish_chatctl_needs_command" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "ls" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "list" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "get" -d 'Show an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "create" -d 'Create an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "rename" -d 'Give an application another name'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "rotate-token" -d 'Give an application another token; the old one works a while longer'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "stats" -d 'Count what an application holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "delete" -d 'Delete an application with its chats and messages; takes --confirm=NAME'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l if-not-exists -d 'Succeed without creating one where one of this name exists'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l grace -d 'How long the old token works still, at most 30 days; `0s` ends it at once' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from rotate-token" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give an application another name'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "rotate-token" -d 'Give an application another token; the old one works a while longer'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count what an application holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete an application with its chats and messages; takes --confirm=NAME'
complete -c chatctl -n "__fish_chatctl_using_subcommand app; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "ls" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "list" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "get" -d 'Show an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "create" -d 'Create an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "rename" -d 'Give an application another name'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "rotate-token" -d 'Give an application another token; the old one works a while longer'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "stats" -d 'Count what an application holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "delete" -d 'Delete an application with its chats and messages; takes --confirm=NAME'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and not __fish_seen_subcommand_from ls list get create rename rotate-token stats delete help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l if-not-exists -d 'Succeed without creating one where one of this name exists'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l grace -d 'How long the old token works still, at most 30 days; `0s` ends it at once' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from rotate-token" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give an application another name'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "rotate-token" -d 'Give an application another token; the old one works a while longer'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count what an application holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete an application with its chats and messages; takes --confirm=NAME'
complete -c chatctl -n "__fish_chatctl_using_subcommand apps; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "ls" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "list" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "get" -d 'Show a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "stats" -d 'Count what a chat holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "create" -d 'Create a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "rename" -d 'Give a chat another title'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l title -d 'Its title' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l idempotency-key -d 'Make it safe to repeat: the same key creates one chat only' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count what a chat holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a chat another title'
complete -c chatctl -n "__fish_chatctl_using_subcommand chat; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "ls" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "list" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "get" -d 'Show a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "stats" -d 'Count what a chat holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "create" -d 'Create a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "rename" -d 'Give a chat another title'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and not __fish_seen_subcommand_from ls list get stats create rename help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from stats" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l title -d 'Its title' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l idempotency-key -d 'Make it safe to repeat: the same key creates one chat only' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from create" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from rename" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "stats" -d 'Count what a chat holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "create" -d 'Create a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "rename" -d 'Give a chat another title'
complete -c chatctl -n "__fish_chatctl_using_subcommand chats; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "ls" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "list" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "get" -d 'Show a message with its version'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "post" -d 'Post a message'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "edit" -d 'Give a message another content'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "delete" -d 'Delete a message: its content goes, its number stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "search" -d 'Find the messages that contain a text, in a chat or in all of the application\'s'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "tail" -d 'Print the last messages of a chat, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l to -d 'Only numbers up to this one' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l last -d 'Only the last so many of them' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l to -d 'Only numbers up to this one' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l last -d 'Only the last so many of them' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l file -d 'Read the content from this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l sender -d 'Who sent it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l sent-at -d 'When it was sent, as RFC 3339 writes it; never decides the order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l idempotency-key -d 'Make it safe to repeat: the same key posts one message only' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l file -d 'Read the content from this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l if-version -d 'Only where it is still this version; `msg get` shows it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l if-version -d 'Only where it is still this version; `msg get` shows it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s n -l last -d 'Begin with the last so many' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l since -d 'Begin after this number, where an earlier tail ended: none is missed and none comes twice' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s f -l follow -d 'Go on with what is posted, until interrupted'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a message with its version'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "post" -d 'Post a message'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Give a message another content'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a message: its content goes, its number stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "search" -d 'Find the messages that contain a text, in a chat or in all of the application\'s'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Print the last messages of a chat, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand msg; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "ls" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "list" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "get" -d 'Show a message with its version'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "post" -d 'Post a message'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "edit" -d 'Give a message another content'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "delete" -d 'Delete a message: its content goes, its number stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "search" -d 'Find the messages that contain a text, in a chat or in all of the application\'s'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "tail" -d 'Print the last messages of a chat, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and not __fish_seen_subcommand_from ls list get post edit delete search tail help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l to -d 'Only numbers up to this one' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l last -d 'Only the last so many of them' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l from -d 'Only numbers from this one on' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l to -d 'Only numbers up to this one' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l last -d 'Only the last so many of them' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l file -d 'Read the content from this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l sender -d 'Who sent it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l sent-at -d 'When it was sent, as RFC 3339 writes it; never decides the order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l idempotency-key -d 'Make it safe to repeat: the same key posts one message only' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l file -d 'Read the content from this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l if-version -d 'Only where it is still this version; `msg get` shows it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l if-version -d 'Only where it is still this version; `msg get` shows it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l wait -d 'Answer only when it is persisted, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from delete" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from search" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s n -l last -d 'Begin with the last so many' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l since -d 'Begin after this number, where an earlier tail ended: none is missed and none comes twice' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s f -l follow -d 'Go on with what is posted, until interrupted'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a message with its version'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "post" -d 'Post a message'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Give a message another content'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "delete" -d 'Delete a message: its content goes, its number stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "search" -d 'Find the messages that contain a text, in a chat or in all of the application\'s'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Print the last messages of a chat, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand messages; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "ls" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "list" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "get" -d 'Show a queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "tail" -d 'Print entries of the log as a queue sees them, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "peek" -d 'Show an entry whole, with where it stands in each queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "pending" -d 'List what workers hold and have not acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "claim" -d 'Have workers take over what was not delivered again for so long'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "pause" -d 'Stop accepting, or working on a queue, in every process'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "resume" -d 'Take a pause back'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "wait" -d 'Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s n -l last -d 'Begin with the last so many' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l since -d 'Begin with what was accepted so long ago' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l partition -d 'Only entries of this partition' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s f -l follow -d 'Go on with what is accepted, until interrupted'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from peek" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l idle -d 'Only what was not delivered again for so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l idle -d 'How long, at least 1s' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from claim" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l wait -d 'With `accept`: return only once everything accepted is done and the queue is recorded as drained, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l lag-below -d 'Until fewer entries than this are left to be delivered' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l empty -d 'Until nothing of it is left to be acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Print entries of the log as a queue sees them, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "peek" -d 'Show an entry whole, with where it stands in each queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "pending" -d 'List what workers hold and have not acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "claim" -d 'Have workers take over what was not delivered again for so long'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Stop accepting, or working on a queue, in every process'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Take a pause back'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queue; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "ls" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "list" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "get" -d 'Show a queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "tail" -d 'Print entries of the log as a queue sees them, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "peek" -d 'Show an entry whole, with where it stands in each queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "pending" -d 'List what workers hold and have not acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "claim" -d 'Have workers take over what was not delivered again for so long'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "pause" -d 'Stop accepting, or working on a queue, in every process'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "resume" -d 'Take a pause back'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "wait" -d 'Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and not __fish_seen_subcommand_from ls list get tail peek pending claim pause resume wait help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s n -l last -d 'Begin with the last so many' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l since -d 'Begin with what was accepted so long ago' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l partition -d 'Only entries of this partition' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s f -l follow -d 'Go on with what is accepted, until interrupted'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from tail" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from peek" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l idle -d 'Only what was not delivered again for so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pending" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l idle -d 'How long, at least 1s' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from claim" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l wait -d 'With `accept`: return only once everything accepted is done and the queue is recorded as drained, at most after so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l lag-below -d 'Until fewer entries than this are left to be delivered' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l empty -d 'Until nothing of it is left to be acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "tail" -d 'Print entries of the log as a queue sees them, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "peek" -d 'Show an entry whole, with where it stands in each queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "pending" -d 'List what workers hold and have not acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "claim" -d 'Have workers take over what was not delivered again for so long'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Stop accepting, or working on a queue, in every process'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Take a pause back'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)'
complete -c chatctl -n "__fish_chatctl_using_subcommand queues; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -f -a "ls" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -f -a "list" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -f -a "get" -d 'Show a process'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and not __fish_seen_subcommand_from ls list get help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a process'
complete -c chatctl -n "__fish_chatctl_using_subcommand worker; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -f -a "ls" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -f -a "list" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -f -a "get" -d 'Show a process'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and not __fish_seen_subcommand_from ls list get help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a process'
complete -c chatctl -n "__fish_chatctl_using_subcommand workers; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "ls" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "list" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "get" -d 'Show a dead letter with what it says'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "errors" -d 'Group dead letters by what went wrong, the most frequent first'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "retry" -d 'Try dead letters again: some by their ids, those of a kind or query, or with --all all'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "drop" -d 'Say that nothing more is to be done about dead letters; their tombstones stay'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "edit" -d 'Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "export" -d 'Write dead letters to a file, with everything that is needed to park them again'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "import" -d 'Park the entries of a file that `export` has written; those that are dead letters already are left alone'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from errors" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l rate -d 'At most so many a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l detach -d 'Do not wait for the job\'s end: print its id and leave it to chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l rate -d 'At most so many a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l detach -d 'Do not wait for the job\'s end: print its id and leave it to chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l content -d 'The message\'s new content' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l title -d 'The chat\'s new title, or the application\'s new name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l file -d 'Take the new text from this file; `-` is standard input' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l out -d 'Write to this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a dead letter with what it says'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "errors" -d 'Group dead letters by what went wrong, the most frequent first'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Try dead letters again: some by their ids, those of a kind or query, or with --all all'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "drop" -d 'Say that nothing more is to be done about dead letters; their tombstones stay'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write dead letters to a file, with everything that is needed to park them again'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "import" -d 'Park the entries of a file that `export` has written; those that are dead letters already are left alone'
complete -c chatctl -n "__fish_chatctl_using_subcommand dlq; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "ls" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "list" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "get" -d 'Show a dead letter with what it says'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "errors" -d 'Group dead letters by what went wrong, the most frequent first'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "retry" -d 'Try dead letters again: some by their ids, those of a kind or query, or with --all all'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "drop" -d 'Say that nothing more is to be done about dead letters; their tombstones stay'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "edit" -d 'Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "export" -d 'Write dead letters to a file, with everything that is needed to park them again'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "import" -d 'Park the entries of a file that `export` has written; those that are dead letters already are left alone'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and not __fish_seen_subcommand_from ls list get errors retry drop edit export import help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from errors" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l rate -d 'At most so many a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l detach -d 'Do not wait for the job\'s end: print its id and leave it to chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from retry" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l rate -d 'At most so many a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l detach -d 'Do not wait for the job\'s end: print its id and leave it to chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from drop" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l content -d 'The message\'s new content' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l title -d 'The chat\'s new title, or the application\'s new name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l file -d 'Take the new text from this file; `-` is standard input' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from edit" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l kind -d 'Only this kind, for instance `create_message`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l query -d 'Only those that this query takes, such as `reason~deadlock and age<2h`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l out -d 'Write to this file' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l resolved -d 'Resolved ones too'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a dead letter with what it says'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "errors" -d 'Group dead letters by what went wrong, the most frequent first'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "retry" -d 'Try dead letters again: some by their ids, those of a kind or query, or with --all all'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "drop" -d 'Say that nothing more is to be done about dead letters; their tombstones stay'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "edit" -d 'Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "export" -d 'Write dead letters to a file, with everything that is needed to park them again'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "import" -d 'Park the entries of a file that `export` has written; those that are dead letters already are left alone'
complete -c chatctl -n "__fish_chatctl_using_subcommand dead-letters; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "ls" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "list" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "get" -d 'Show a counter with its verdict and the evidence'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "diff" -d 'Compare counters with what is stored and in flight'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "explain" -d 'Explain the verdict on a counter: every fact that it rests on, in words'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "plan" -d 'Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "apply" -d 'Carry a plan out: rows whose counter has changed since are skipped'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "reconcile" -d 'Plan, show, ask, and carry it out'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l only -d 'Only these' -r -f -a "drift\t'Whatever is not as it should be'
critical\t'What must be dealt with at once'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l exit-code -d 'Exit with 9 where there is drift'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a counter with its verdict and the evidence'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Compare counters with what is stored and in flight'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Explain the verdict on a counter: every fact that it rests on, in words'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "plan" -d 'Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "apply" -d 'Carry a plan out: rows whose counter has changed since are skipped'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "reconcile" -d 'Plan, show, ask, and carry it out'
complete -c chatctl -n "__fish_chatctl_using_subcommand counter; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "ls" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "list" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "get" -d 'Show a counter with its verdict and the evidence'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "diff" -d 'Compare counters with what is stored and in flight'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "explain" -d 'Explain the verdict on a counter: every fact that it rests on, in words'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "plan" -d 'Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "apply" -d 'Carry a plan out: rows whose counter has changed since are skipped'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "reconcile" -d 'Plan, show, ask, and carry it out'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and not __fish_seen_subcommand_from ls list get diff explain plan apply reconcile help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l only -d 'Only these' -r -f -a "drift\t'Whatever is not as it should be'
critical\t'What must be dealt with at once'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l exit-code -d 'Exit with 9 where there is drift'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from diff" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from plan" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from apply" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l app -d 'Only those of this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from reconcile" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a counter with its verdict and the evidence'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "diff" -d 'Compare counters with what is stored and in flight'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Explain the verdict on a counter: every fact that it rests on, in words'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "plan" -d 'Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "apply" -d 'Carry a plan out: rows whose counter has changed since are skipped'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "reconcile" -d 'Plan, show, ask, and carry it out'
complete -c chatctl -n "__fish_chatctl_using_subcommand counters; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "status" -d 'Show the state of the search index'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "reindex" -d 'Build the index anew from the database, beside the old one, and swap it in'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "swap" -d 'Make an index that was built with --no-swap the one that answers; the old one is kept for a rollback'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "rollback" -d 'Go back to the index that answered before; it has been written to ever since'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "prune" -d 'Drop the index that answered before: there is no way back then, and its disk and work are free'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and not __fish_seen_subcommand_from status reindex swap rollback prune help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from status" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l rate -d 'At most so many messages a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l verify -d 'Look so many messages up in the new index before it is swapped in, or such a share of them: `200`, `1%`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l app -d 'Only write this application\'s messages once more into the index that answers, which fills what it lacks: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l no-swap -d 'Leave it beside the old one; the next reindexing goes on with it'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l detach -d 'Do not wait for the job\'s end: print its id and leave it to chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from reindex" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from swap" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from rollback" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from prune" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "status" -d 'Show the state of the search index'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "reindex" -d 'Build the index anew from the database, beside the old one, and swap it in'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "swap" -d 'Make an index that was built with --no-swap the one that answers; the old one is kept for a rollback'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "rollback" -d 'Go back to the index that answered before; it has been written to ever since'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "prune" -d 'Drop the index that answered before: there is no way back then, and its disk and work are free'
complete -c chatctl -n "__fish_chatctl_using_subcommand index; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "ls" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "list" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "get" -d 'Show a job'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "watch" -d 'Follow a job to its end'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "wait" -d 'Wait for a job\'s end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where it did not end in time'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "pause" -d 'Hold a job where it is, also over chatd\'s restarts'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "resume" -d 'Let a paused job go on from where it was'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "throttle" -d 'Give a job another rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "cancel" -d 'End a job; what it has done so far stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l within -d 'Wait at most so long, such as `30s` or `10m`; without it, as long as it takes' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l rate -d 'At most so many a second; 0 for no bound' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from throttle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a job'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Follow a job to its end'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait for a job\'s end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where it did not end in time'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Hold a job where it is, also over chatd\'s restarts'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let a paused job go on from where it was'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "throttle" -d 'Give a job another rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'End a job; what it has done so far stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand job; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "ls" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "list" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "get" -d 'Show a job'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "watch" -d 'Follow a job to its end'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "wait" -d 'Wait for a job\'s end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where it did not end in time'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "pause" -d 'Hold a job where it is, also over chatd\'s restarts'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "resume" -d 'Let a paused job go on from where it was'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "throttle" -d 'Give a job another rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "cancel" -d 'End a job; what it has done so far stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and not __fish_seen_subcommand_from ls list get watch wait pause resume throttle cancel help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l cursor -d 'Go on where an earlier list ended: the `page.next` of its JSON' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from get" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from watch" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l within -d 'Wait at most so long, such as `30s` or `10m`; without it, as long as it takes' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from wait" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from pause" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from resume" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l rate -d 'At most so many a second; 0 for no bound' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from throttle" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from cancel" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "get" -d 'Show a job'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "watch" -d 'Follow a job to its end'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "wait" -d 'Wait for a job\'s end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where it did not end in time'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "pause" -d 'Hold a job where it is, also over chatd\'s restarts'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "resume" -d 'Let a paused job go on from where it was'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "throttle" -d 'Give a job another rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "cancel" -d 'End a job; what it has done so far stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand jobs; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l app -d 'Only this application: its id, its token, or its name where only one has it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l chat -d 'Only this chat of it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l samples -d 'Look so many messages of each chat up in the index; --all looks all of them up' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l rate -d 'At most so many messages a second' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l repair -d 'Show what of it can be mended, ask, and mend it'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand verify" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l lag-warn -d 'Warn at so many entries that a queue has not delivered' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l lag-crit -d 'Critical at so many entries that a queue has not delivered' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l age-warn -d 'Warn when a queue\'s oldest entry is so old' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l age-crit -d 'Critical when a queue\'s oldest entry is so old' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l fill-warn -d 'Warn when the log is so full' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l fill-crit -d 'Critical when the log is so full' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l dlq-warn -d 'Warn at so many dead letters' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l dlq-crit -d 'Critical at so many dead letters' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l outfile -d 'Write there instead, in one step; for the text files that a metrics agent collects' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand check" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l on-error -d 'What to do about a line that cannot be imported' -r -f -a "stop\t'End before the window of lines that holds it'
skip\t'Put it into the rejects file and go on'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l rejects -d 'Put lines that cannot be imported there [default: FILE.rejects.ndjson]' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l state -d 'Keep what was imported there, to go on after an interruption [default: FILE.chatctl-state.json]' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l clients -d 'Send to so many chats at the same time; with 1 new chats are numbered in the order of the input' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l retry-for -d 'Try again for so long while chatd is busy or away' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l content-limit -d 'The most bytes of a content, where chatd is configured for another limit' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l wait -d 'Wait at the end until all is persisted, or also searchable' -r -f -a "persisted\t'Until all is in the database'
searchable\t'Until all is in the search index as well'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand import" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l out -d 'Write to this file, compressed where its name ends in `.gz`, and print a report' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand export" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l out -d 'Write to this file, compressed where its name ends in `.gz` or `.zst`' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand backup" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l as -d 'Give its one application this name and a new token' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand restore" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l refresh -d 'Ask anew so often for what is seen' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l accessible -d 'Say lines that a screen reader can follow, instead of drawing a screen'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l read-only -d 'Change nothing: offer only looks'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l no-mouse -d 'Leave the mouse to the terminal'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand tui" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -f -a "post" -d 'Post messages: as fast as so many clients can, or at a fixed rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and not __fish_seen_subcommand_from post help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l clients -d 'Post from so many connections, each when it was answered [default: 64; with --rate 256]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l rate -d 'Post so many a second, whether or not earlier ones were answered; latencies count from when each was due' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l duration -d 'Post for so long' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l warmup -d 'Post for so long before, uncounted' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l chats -d 'Into so many chats, in turn' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l app -d 'Post into chats 1 to N of this application (its token, or its name), which are there, and leave it all there' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l size -d 'Cut contents to so many bytes [default: as they were written]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l text -d 'Take contents from this file: NDJSON with `content`, or lines of text [default: the sample of the project]' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l keep -d 'Leave the application and its messages there'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from post" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from help" -f -a "post" -d 'Post messages: as fast as so many clients can, or at a fixed rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand bench; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -f -a "ls" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -f -a "list" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -f -a "explain" -d 'Say what an error code means and what to do about it'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and not __fish_seen_subcommand_from ls list explain help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Say what an error code means and what to do about it'
complete -c chatctl -n "__fish_chatctl_using_subcommand errors; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -f -a "ls" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -f -a "list" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -f -a "explain" -d 'Say what an error code means and what to do about it'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and not __fish_seen_subcommand_from ls list explain help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from ls" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from list" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s c -l context -d 'Use this context of the configuration file' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l api -d 'Talk to chatd at this address [default: the running one of the data folder, else `http://127.0.0.1:8000`]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l data -d 'Use the chatd of this data folder' -r -F
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s o -l output -d 'Print in this format' -r -f -a "table\t'Aligned columns, for eyes'
wide\t'The same with more columns'
json\t'One object: schema, context, items, page, warnings'
jsonl\t'One object a line, as they come'
yaml\t'The object of `json` as YAML'
csv\t'Comma-separated values with a line of names'
tsv\t'Tab-separated values with a line of names; `\\t` and `\\n` as escapes'
name\t'The name of each thing, one a line'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l columns -d 'Print these columns, in this order' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l sort -d 'Sort by this column; downward with `-` before it' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l limit -d 'Print at most so many [default: 50]' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l time -d 'Write moments in tables, CSV and TSV like this [default: relative in tables, else iso]' -r -f -a "relative\t'`3m ago`; what tables do unless told otherwise'
iso\t'`2026-01-31T12:00:00.000Z`; what CSV and TSV do unless told otherwise'
unix\t'Seconds since 1970, with milliseconds as the fraction'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l color -d 'Use colours' -r -f -a "auto\t'On a terminal, unless the environment says otherwise'
always\t'Into pipes and files as well'
never\t'Never'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l progress -d 'Show how far long work is, on standard error' -r -f -a "auto\t'A bar on a terminal, lines elsewhere'
bar\t'A bar'
plain\t'A line every ten per cent, at most every ten seconds'
json\t'A JSON object a line, at most two a second'
none\t'Nothing'"
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l confirm -d 'Consent to what cannot be taken back, by the thing\'s name' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l timeout -d 'Wait at most so long for an answer, such as `500ms`, `10s`, `2m`' -r
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l all -d 'Print all, however many'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l no-headers -d 'Print no line of names above tables, CSV and TSV'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s y -l yes -d 'Consent to what asks for a confirmation'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l no-input -d 'Never ask: fail with exit code 10 instead'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -l dry-run -d 'Change nothing: print what would be done'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s q -l quiet -d 'Print results and errors only'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s v -l verbose -d 'Say what is being done, on standard error'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from explain" -s h -l help -d 'Print help (see more with \'--help\')'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from help" -f -a "ls" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from help" -f -a "explain" -d 'Say what an error code means and what to do about it'
complete -c chatctl -n "__fish_chatctl_using_subcommand error; and __fish_seen_subcommand_from help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
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
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "app" -d 'Applications, that is tenants'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "chat" -d 'Chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "msg" -d 'Messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "queue" -d 'The queues `persist` and `index` over the log of what was accepted'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "worker" -d 'The processes of the installation'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "dlq" -d 'Dead letters: what was accepted and could never be persisted'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "counter" -d 'The counters that give numbers, and whether they are right'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "index" -d 'The search index'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "job" -d 'Long work that runs in chatd'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "verify" -d 'Prove that queue, database and search index agree'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "check" -d 'Answer as monitoring plugins do: 0 ok, 1 warning, 2 critical, 3 unknown'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "import" -d 'Import messages from NDJSON: `app`, `chat`, `sender`, `sent_at`, `content`'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "export" -d 'Export messages as NDJSON, in the form that `import` takes'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "backup" -d 'Back applications up, whole: tokens, numbers, times, tombstones'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "restore" -d 'Restore the applications of a backup'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "tui" -d 'See the whole installation on one screen, and act on it'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "bench" -d 'Measure what this chatd takes'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "completion" -d 'Print a completion script for a shell'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "context" -d 'Where chatd is: the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "errors" -d 'Error codes: what they mean and what to do about them'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "version" -d 'Print the version'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and not __fish_seen_subcommand_from app chat msg queue worker dlq counter index job verify check import export backup restore tui bench completion context errors version help" -f -a "help" -d 'Print this message or the help of the given subcommand(s)'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "ls" -d 'List applications'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "get" -d 'Show an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "create" -d 'Create an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "rename" -d 'Give an application another name'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "rotate-token" -d 'Give an application another token; the old one works a while longer'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "stats" -d 'Count what an application holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from app" -f -a "delete" -d 'Delete an application with its chats and messages; takes --confirm=NAME'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from chat" -f -a "ls" -d 'List the chats of an application'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from chat" -f -a "get" -d 'Show a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from chat" -f -a "stats" -d 'Count what a chat holds'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from chat" -f -a "create" -d 'Create a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from chat" -f -a "rename" -d 'Give a chat another title'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "ls" -d 'List the messages of a chat'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "get" -d 'Show a message with its version'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "post" -d 'Post a message'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "edit" -d 'Give a message another content'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "delete" -d 'Delete a message: its content goes, its number stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "search" -d 'Find the messages that contain a text, in a chat or in all of the application\'s'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from msg" -f -a "tail" -d 'Print the last messages of a chat, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "ls" -d 'List the queues; with `-o wide` by partition'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "get" -d 'Show a queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "tail" -d 'Print entries of the log as a queue sees them, and with `-f` those that follow'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "peek" -d 'Show an entry whole, with where it stands in each queue'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "pending" -d 'List what workers hold and have not acknowledged'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "claim" -d 'Have workers take over what was not delivered again for so long'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "pause" -d 'Stop accepting, or working on a queue, in every process'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "resume" -d 'Take a pause back'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from queue" -f -a "wait" -d 'Wait until a queue is empty or short, at most for --timeout (exit code 8 where it is not)'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from worker" -f -a "ls" -d 'List the processes'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from worker" -f -a "get" -d 'Show a process'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "ls" -d 'List dead letters'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "get" -d 'Show a dead letter with what it says'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "errors" -d 'Group dead letters by what went wrong, the most frequent first'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "retry" -d 'Try dead letters again: some by their ids, those of a kind or query, or with --all all'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "drop" -d 'Say that nothing more is to be done about dead letters; their tombstones stay'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "edit" -d 'Change what a parked entry says, with its number and ids kept: in an editor, unless the text is given'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "export" -d 'Write dead letters to a file, with everything that is needed to park them again'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from dlq" -f -a "import" -d 'Park the entries of a file that `export` has written; those that are dead letters already are left alone'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "ls" -d 'List counters'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "get" -d 'Show a counter with its verdict and the evidence'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "diff" -d 'Compare counters with what is stored and in flight'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "explain" -d 'Explain the verdict on a counter: every fact that it rests on, in words'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "plan" -d 'Print what is to be done about counters, for `apply`: as JSON, unless another format is asked for'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "apply" -d 'Carry a plan out: rows whose counter has changed since are skipped'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from counter" -f -a "reconcile" -d 'Plan, show, ask, and carry it out'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from index" -f -a "status" -d 'Show the state of the search index'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from index" -f -a "reindex" -d 'Build the index anew from the database, beside the old one, and swap it in'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from index" -f -a "swap" -d 'Make an index that was built with --no-swap the one that answers; the old one is kept for a rollback'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from index" -f -a "rollback" -d 'Go back to the index that answered before; it has been written to ever since'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from index" -f -a "prune" -d 'Drop the index that answered before: there is no way back then, and its disk and work are free'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "ls" -d 'List jobs, newest first'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "get" -d 'Show a job'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "watch" -d 'Follow a job to its end'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "wait" -d 'Wait for a job\'s end without showing how far it is: 0 where it is done, 1 where it failed or was cancelled, 8 where it did not end in time'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "pause" -d 'Hold a job where it is, also over chatd\'s restarts'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "resume" -d 'Let a paused job go on from where it was'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "throttle" -d 'Give a job another rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from job" -f -a "cancel" -d 'End a job; what it has done so far stays'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from bench" -f -a "post" -d 'Post messages: as fast as so many clients can, or at a fixed rate'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from context" -f -a "ls" -d 'List the contexts of the configuration file'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from context" -f -a "show" -d 'Show where a line would go, and with which key'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from errors" -f -a "ls" -d 'List every error code'
complete -c chatctl -n "__fish_chatctl_using_subcommand help; and __fish_seen_subcommand_from errors" -f -a "explain" -d 'Say what an error code means and what to do about it'
