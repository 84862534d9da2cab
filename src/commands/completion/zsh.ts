/** The completion script for zsh. */
import {
  type CommandWords,
  inSingleQuotes,
  type OptionWords,
  type PossibleValues,
  type ProgramWords,
} from './model.ts';

/** A script to be sourced, or installed as `_blog` in a folder of `fpath`. */
export function zshScript({ commands, globals }: ProgramWords): string {
  return `#compdef blog
# Completion of blog for zsh. In ~/.zshrc, below compinit:  source <(blog completion zsh)

# Offers names from the folder. compadd quotes them: zsh expands no part of them.
_blog_names() {
  local -a names
  names=("\${(@f)$(blog __complete $1 --word="\${(Q)PREFIX}" -- "\${(@Q)before}" 2>/dev/null </dev/null)}")
  names=("\${(@)names:#}")
  # Ignores case, as blog does: an completes to Announcements.
  compadd -M 'm:{[:lower:][:upper:]}={[:upper:][:lower:]}' -V names -a names && return
  # A post can also be given by its path.
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
  # All words before the cursor, among which blog looks for -C, --posts and --config.
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
  const operands = [first && `'1: :${action(first)}'`, rest && `'*: :${action(rest)}'`];
  const all = ['$globals', ...options.map(specs), ...operands.filter((one) => one !== undefined)];
  return `    ${names.join(' | ')})
      _arguments ${all.join(' \\\n        ')}
      ;;
`;
}

/** The specifications of an option for `_arguments`, one for each of its names. */
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

/** `_arguments` calls an action that begins with a space as it is. */
function action(value: PossibleValues): string {
  if (value === 'text') return '';
  if ('kind' in value) return ` _blog_names ${value.kind}`;
  if ('path' in value) return value.path === 'folder' ? '_files -/' : '_files';
  return value.listed ? ` _values -s , word ${value.words.join(' ')}` : `(${value.words.join(' ')})`;
}
