# Completions of erfa for bash 4 and later. Into ~/.local/share/bash-completion/completions/erfa, or for
# this shell alone: source <(erfa completions bash)
_erfa() {
    local line kind='' current=${COMP_WORDS[COMP_CWORD]}
    COMPREPLY=()
    while IFS= read -r line; do
        if [[ -z $kind ]]; then
            kind=$line
        else
            COMPREPLY+=("${line%%$'\t'*}")
        fi
    done < <("$1" __complete bash "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
    [[ $current == = ]] && current=''
    case $kind in
    files | folders)
        local how=-f
        [[ $kind == folders ]] && how=-d
        compopt -o filenames 2>/dev/null
        while IFS= read -r line; do
            COMPREPLY+=("$line")
        done < <(compgen "$how" -- "$current")
        ;;
    esac
    [[ ${#COMPREPLY[@]} -eq 1 && ${COMPREPLY[0]} == *[/=] ]] && compopt -o nospace 2>/dev/null
    return 0
}
complete -F _erfa erfa
