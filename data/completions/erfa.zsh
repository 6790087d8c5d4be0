#compdef erfa
# Completions of erfa for zsh. As _erfa into a folder of $fpath, or for this shell alone, after compinit:
# source <(erfa completions zsh)
_erfa() {
    local -a lines entries open
    local line
    lines=("${(@f)$("${words[1]}" __complete zsh "${(@Q)words[2,CURRENT]}" 2>/dev/null)}")
    case ${lines[1]} in
    files) _files ;;
    folders) _files -/ ;;
    words)
        for line in "${(@)lines[2,-1]}"; do
            line=${line//\\/\\\\}
            line=${line//:/\\:}
            line=${line/$'\t'/:}
            if [[ ${line%%:*} == *[/=] ]]; then open+=("$line"); else entries+=("$line"); fi
        done
        (( ${#open} )) && _describe -V -t erfa-open erfa open -S ''
        (( ${#entries} )) && _describe -V -t erfa erfa entries
        ;;
    esac
}
if [[ ${funcstack[1]} == _erfa ]]; then
    _erfa "$@"
else
    compdef _erfa erfa
fi
