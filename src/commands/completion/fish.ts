/** The completion script for fish. */
import {
  type CommandWords,
  namesWithValue,
  type OptionWords,
  type PossibleValues,
  type ProgramWords,
} from './model.ts';

/** A script of `complete` lines. */
export function fishScript(program: ProgramWords): string {
  const { commands, globals } = program;
  return `# Completion of blog for fish. Once:  blog completion fish > ~/.config/fish/completions/blog.fish

# Names from the folder, one per line. fish quotes them and expands no part of them, except for a "~" at the beginning,
# so such a name is not offered.
function __blog_names
    set -l before (commandline -opc)
    set -e before[1]
    blog __complete $argv[1] --word=(commandline -ct | string join '') -- $before 2>/dev/null </dev/null | string match -v '~*'
end

# The words before the cursor that are not options: the command and its arguments.
function __blog_operands
    set -l before (commandline -opc)
    set -e before[1]
    while set -q before[1]
        switch $before[1]
            case ${namesWithValue(program).join(' ')}
                set -e before[1]
            case '-*'
            case '*'
                echo -- $before[1]
        end
        set -e before[1]
    end
end

# Whether there is no command yet.
function __blog_needs_command
    set -l operands (__blog_operands)
    not set -q operands[1]
end

# Whether the command is one of these.
function __blog_using_command
    set -l operands (__blog_operands)
    set -q operands[1]; and contains -- $operands[1] $argv
end

# Whether the command is one of these and has an argument, or none yet.
function __blog_has_argument
    __blog_using_command $argv; and test (count (__blog_operands)) -gt 1
end

function __blog_needs_argument
    __blog_using_command $argv; and test (count (__blog_operands)) -eq 1
end

complete -c blog -e
complete -c blog -f
${globals.map((option) => optionLine(option, '')).join('')}
${commands.map(commandLines).join('\n')}`;
}

function commandLines({ names, summary, options, first, rest }: CommandWords): string {
  const is = (test: string): string => `-n ${quoted(`${test} ${names.join(' ')}`)} `;
  return [
    `complete -c blog -n __blog_needs_command -a ${quoted(names.join(' '))} -d ${quoted(summary)}\n`,
    ...options.map((option) => optionLine(option, is('__blog_using_command'))),
    first ? `complete -c blog ${is('__blog_needs_argument')}${operand(first)}\n` : '',
    rest ? `complete -c blog ${is('__blog_has_argument')}${operand(rest)}\n` : '',
  ].join('');
}

function optionLine({ names, description, value }: OptionWords, condition: string): string {
  const flags = names.map((name) => (name.startsWith('--') ? `-l ${name.slice(2)}` : `-s ${name.slice(1)}`));
  const taken = value === undefined ? '' : ` -r ${operand(value)}`;
  return `complete -c blog ${condition}${flags.join(' ')}${taken} -d ${quoted(description)}\n`;
}

function operand(value: PossibleValues): string {
  if (value === 'text') return '-f';
  if ('kind' in value) return `-f -k -a '(__blog_names ${value.kind})'`;
  if ('path' in value) return value.path === 'folder' ? `-f -a '(__fish_complete_directories)'` : '-F';
  return `-f -a ${quoted(value.words.join(' '))}`;
}

function quoted(text: string): string {
  return `'${text.replace(/[\\']/g, '\\$&')}'`;
}
