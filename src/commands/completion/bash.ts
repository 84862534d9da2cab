/** The completion script for bash, from the 3.2 of macOS. */
import type { CommandWords, OptionWords, PossibleValues, ProgramWords } from './model.ts';
import { inSingleQuotes, namesWithValue } from './model.ts';

/** A script that binds the function `_blog` to `blog`. */
export function bashScript(program: ProgramWords): string {
  const { commands, globals } = program;
  return `# Completion of blog for bash. In ~/.bashrc:  eval "$(blog completion bash)"

${helpers}
_blog() {
  local rest=\${COMP_LINE:0:COMP_POINT} after='' part='' words=() count=0 i=0
  local command='' option='' typed='' replaced=$2 before='' operands=0
  local globals=${inSingleQuotes(globals.flatMap(({ names }) => names).join(' '))}
  COMPREPLY=()
  # COMP_WORDS is split at every ":" and "=". Join the parts up to the cursor into words again.
  for ((i = 0; i <= COMP_CWORD; i++)); do
    after=\${rest#"\${rest%%[![:space:]]*}"}
    part=$after
    if [ "$i" -lt "$COMP_CWORD" ]; then part=\${COMP_WORDS[i]}; fi
    if [ "$count" -eq 0 ] || [ "$after" != "$rest" ]; then count=$((count + 1)); fi
    words[count - 1]=\${words[count - 1]}$part
    rest=\${after#"$part"}
  done
  typed=\${words[count - 1]}

  for ((i = 1; i < count - 1; i++)); do
    case \${words[i]} in
      ${namesWithValue(program).join(' | ')}) i=$((i + 1)) ;;
      -*) ;;
      *) if [ -z "$command" ]; then command=\${words[i]}; else operands=$((operands + 1)); fi ;;
    esac
  done

  # The option whose value is being typed: the previous word, or this word up to its "=".
  case $typed in
    --*=*)
      option=\${typed%%=*}
      typed=\${typed#*=}
      case $replaced in --*=*) before=$option= replaced=$typed ;; esac
      ;;
    *) option=\${words[count - 2]} ;;
  esac
  # After a ":" or "=" no part of the word is replaced yet.
  case $replaced in : | =) replaced='' ;; esac

  case $option in
${optionCases('    ', globals)}  esac
  case $command in
${commands.map(commandCase).join('')}    '')
      case $typed in
        -*) _blog_words "$globals" ;;
        *) _blog_words ${inSingleQuotes(commands.flatMap(({ names }) => names).join(' '))} ;;
      esac
      ;;
  esac
}

# Keeps the order, most used names first, from bash 4.4.
complete -o nosort -F _blog blog 2>/dev/null || complete -F _blog blog
`;
}

const helpers = `# Offers the given words that begin with the word at the cursor.
_blog_words() {
  local word='' head=\${typed%"$replaced"}
  for word in $1; do
    case $word in "$typed"*) COMPREPLY[\${#COMPREPLY[@]}]=$before\${word#"$head"} ;; esac
  done
}

# The same for the last of several words separated by commas.
_blog_listed() {
  local word='' head=''
  case $typed in *,*) head=\${typed%,*}, ;; esac
  for word in $1; do
    case $head$word in "$typed"*) COMPREPLY[\${#COMPREPLY[@]}]=$before$head$word ;; esac
  done
}

# Offers names from the folder, quoted by blog: bash expands no part of them.
_blog_names() {
  local name=''
  while IFS= read -r name; do
    COMPREPLY[\${#COMPREPLY[@]}]=$before$name
  done < <(blog __complete "$1" --word="$typed" --bash="$replaced" -- "\${words[@]:1:count-2}" 2>/dev/null </dev/null)
  # A post can also be given by its path.
  if [ "$1" = posts ] && [ "\${#COMPREPLY[@]}" -eq 0 ]; then _blog_paths default; fi
}

# Lets bash complete a path.
_blog_paths() {
  compopt -o "$1" 2>/dev/null
}
`;

function commandCase({ names, options, first, rest }: CommandWords): string {
  const own = options.flatMap((option) => option.names).join(' ');
  return `    ${names.join(' | ')})
      case $option in
${optionCases('        ', options)}      esac
      case $operands:$typed in
        *:-*) _blog_words "${own} $globals" ;;
${first === undefined ? '' : `        0:*) ${action(first)} ;;\n`}${rest === undefined ? '' : `        *) ${action(rest)} ;;\n`}      esac
      ;;
`;
}

function optionCases(indent: string, options: readonly OptionWords[]): string {
  return options
    .map(({ names, value }) =>
      value === undefined ? '' : `${indent}${names.join(' | ')}) ${action(value)} return ;;\n`,
    )
    .join('');
}

function action(value: PossibleValues): string {
  if (value === 'text') return '';
  if ('kind' in value) return `_blog_names ${value.kind};`;
  if ('path' in value) return `_blog_paths ${value.path === 'folder' ? 'dirnames' : 'default'};`;
  return `${value.listed ? '_blog_listed' : '_blog_words'} ${inSingleQuotes(value.words.join(' '))};`;
}
