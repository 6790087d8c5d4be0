# Completions of erfa for PowerShell: erfa completions powershell | Out-String | Invoke-Expression
# They were written with care, and nobody has tried them yet.
Register-ArgumentCompleter -Native -CommandName erfa -ScriptBlock {
    param($wordToComplete, $commandAst, $cursorPosition)
    $words = @($commandAst.CommandElements |
        Where-Object { $_.Extent.StartOffset -lt $cursorPosition } |
        ForEach-Object { if ($_.Value -is [string]) { $_.Value } else { $_.Extent.Text } })
    $program = $words[0]
    $words = @($words | Select-Object -Skip 1)
    # Older versions lose empty words on the way to a program.
    $shell = if ($wordToComplete -eq '') { 'powershell-next' } else { 'powershell' }
    $lines = @(& $program __complete $shell @words 2>$null)
    # For files PowerShell has completions of its own.
    if ($lines.Count -eq 0 -or $lines[0] -ne 'words') { return }
    $lines | Select-Object -Skip 1 | ForEach-Object {
        $value, $help = $_ -split "`t", 2
        if (-not $help) { $help = $value }
        [System.Management.Automation.CompletionResult]::new($value, $value, 'ParameterValue', $help)
    }
}
