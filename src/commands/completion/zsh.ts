/** The completion script for zsh. */
import { type CommandWords, inSingleQuotes, type OptionWords, type ProgramWords, type Values } from './model.ts';

/** A script that can be loaded at once, or lie as `_blog` in a folder of `fpath`. */
export function zshScript({ commands, globals }: ProgramWords): string {
  return `#compdef blog
# Completion of blog for zsh. In ~/.zshrc, below compinit:  source <(blog completion zsh)

# Offers names from the folder. They are data: compadd quotes them, and nothing of them is run or expanded.
_blog_names() {
  local -a names
  names=("\${(@f)$(blog __complete $1 --word="\${(Q)PREFIX}" -- "\${(@Q)before}" 2>/dev/null </dev/null)}")
  names=("\${(@)names:#}")
  # As blog itself does not look at case: an gives Announcements.
  compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -V names -a names && return
  # A post may be named by its path as well.
  [[ $1 == posts ]] && _files
}

_blog_commands() {
  local -a commands=(
${commands.map(({ names, summary }) => names.map((name) => `    ${inSingleQuotes(`${name}:${summary}`)}\n`).join('')).join('')}  )
  _describe -t commands command commands
}

_blog() {
  local curcontext=$curcontext state line
  local -A opt_args
  # All words before the one at the cursor: blog looks among them for -C, --posts and --config.
  local -a before=("\${(@)words[2,CURRENT-1]}")
  local -a globals=(
${globals.map((option) => `    ${specs(option)}\n`).join('')}  )
  _arguments -C $globals '1: :_blog_commands' '*:: :->command' && return
  [[ $state == command ]] || return
  case $words[1] in
${commands.map(commandCase).join('')}  esac
}

if [[ \${funcstack[1]} == _blog ]]; then _blog "$@"; else compdef _blog blog; fi
`;
}

function commandCase({ names, options, first, rest }: CommandWords): string {
  const operands = [
    ...(first === undefined ? [] : [`'1: :${action(first)}'`]),
    ...(rest === undefined ? [] : [`'*: :${action(rest)}'`]),
  ];
  const lines = ['$globals', ...options.map(specs), ...operands].map((one) => `        ${one}`);
  return `    ${names.join(' | ')})
      _arguments ${lines.join(' \\\n').trimStart()}
      ;;
`;
}

/** What `_arguments` must know of an option: one specification for each of its names. */
function specs({ names, description, value, repeatable }: OptionWords): string {
  const others = repeatable ? '*' : `(${names.join(' ')})`;
  const text = description.replace(/[\\:[\]]/g, '\\$&');
  return names
    .map((name) => {
      const joined = value === undefined ? '' : name.startsWith('--') ? '=' : '+';
      return inSingleQuotes(`${others}${name}${joined}[${text}]${value === undefined ? '' : `: :${action(value)}`}`);
    })
    .join(' ');
}

/** An action with a blank before it is called as it stands. */
function action(value: Values): string {
  if (value === 'text') return '';
  if ('kind' in value) return ` _blog_names ${value.kind}`;
  if ('path' in value) return value.path === 'folder' ? '_files -/' : '_files';
  return value.listed ? ` _values -s , word ${value.words.join(' ')}` : `(${value.words.join(' ')})`;
}
