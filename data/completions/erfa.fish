# Completions of erfa for fish. Into ~/.config/fish/completions/erfa.fish, or for this shell alone:
# erfa completions fish | source
function __erfa_complete
    set -l words (commandline --current-process --tokenize --cut-at-cursor)
    set -l current (commandline --current-token --cut-at-cursor)
    set -l program $words[1]
    set -e words[1]
    set -l lines (command $program __complete fish $words "$current" 2>/dev/null)
    switch "$lines[1]"
        case files
            __fish_complete_path "$current"
        case folders
            __fish_complete_directories "$current" ''
        case words
            set -e lines[1]
            printf '%s\n' $lines
    end
end
complete --command erfa --no-files --keep-order --arguments '(__erfa_complete)'
