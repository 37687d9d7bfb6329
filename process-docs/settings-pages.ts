import { SETTING_GROUPS } from '../platform/config/env';
import { defaultText, type Setting } from '../platform/config/setting';
import { code, page, table } from './markdown';

type Named = readonly [name: string, setting: Setting];

const COLUMNS = ['variable', 'default', 'unit', 'what it is for', 'passed to', 'secret'];
const WIDTH = 110;

/** `.env.example` and the page of all settings, by path from the root, as the settings are declared in `platform/config`. */
export function settingsPages(): ReadonlyMap<string, string> {
  const groups = Object.entries(SETTING_GROUPS).map(
    ([title, settings]) => [title, Object.entries<Setting>(settings)] as const,
  );
  return new Map([
    ['.env.example', page([...EXAMPLE_HEAD, ...groups.flatMap(([title, named]) => exampleOf(title, named))])],
    [
      'docs/operations/settings.md',
      page([
        '# Settings',
        '',
        'Written from `platform/config` by `npm run docs`; what is edited here is lost. Each is an environment variable or a line',
        'of `.env` at the root ([.env.example](../../.env.example)). `npm start` and the commands read all of them, and pass to each',
        'part those that it reads. One that breaks its rule stops the start, by name.',
        '',
        ...groups.flatMap(([title, named]) => [`## ${title}`, '', ...table(COLUMNS, named.map(row))]),
      ]),
    ],
  ]);
}

const EXAMPLE_HEAD = [
  '# Written from `platform/config` by `npm run docs`: every setting, with the value that it has when not set. Copy to `.env`',
  '# and change what differs; a variable of the shell wins over `.env`. An empty one counts as not set. One that breaks its',
  '# rule stops the start, by name.',
];

function exampleOf(title: string, named: readonly Named[]): readonly string[] {
  return [
    '',
    `# --- ${title} ---`,
    ...named.flatMap(([name, setting], place) => {
      const isRepeated = named[place - 1]?.[1].text === setting.text;
      return [...(isRepeated ? [] : ['', ...comment(setting)]), ...assignments(name, setting)];
    }),
  ];
}

function assignments(name: string, setting: Setting): readonly string[] {
  const { example } = setting;
  const usual = defaultText(setting);
  return [
    ...(example === undefined ? [] : [`# ${name}=${example}`]),
    ...(usual === undefined && example !== undefined ? [] : [`${name}=${usual ?? ''}`]),
  ];
}

/** The text of a setting as lines that are not too long. */
function comment({ text, unit }: Setting): readonly string[] {
  const words = `${text}${unit === undefined ? '' : ` Unit: ${unit}.`}`.split(' ');
  const lines: string[] = [];
  for (const word of words) {
    const longer = `${lines.at(-1) ?? '#'} ${word}`;
    if (lines.length === 0 || longer.length > WIDTH) lines.push(`# ${word}`);
    else lines[lines.length - 1] = longer;
  }
  return lines;
}

function row([name, setting]: Named): readonly string[] {
  const usual = defaultText(setting);
  const { unit = '', text, readBy, isSecret, example } = setting;
  return [
    code(name),
    usual === undefined ? '' : code(usual),
    unit,
    example === undefined ? text : `${text} For instance ${code(example)}.`,
    readBy.join(', '),
    isSecret ? 'yes' : '',
  ];
}
