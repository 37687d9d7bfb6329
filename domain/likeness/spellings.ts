import { foldWord } from './fold-name';

/**
 * Given names that are one name in several languages, where the sound alone no longer decides; the first of each row stands
 * for all. Somali writes x for h and c for a letter that others leave out; Turkish, Ukrainian and Russian have forms of
 * their own.
 */
const ROWS: readonly (readonly [string, ...string[]])[] = [
  ['Mohammed', 'Maxamed', 'Mahamed', 'Mehmet'],
  ['Ahmed', 'Axmed', 'Ahmet'],
  ['Ali', 'Cali'],
  ['Abdi', 'Cabdi'],
  ['Abdullah', 'Cabdulle', 'Cabdullahi', 'Abdullahi', 'Abdella'],
  ['Omar', 'Cumar', 'Ömer'],
  ['Hassan', 'Xasan'],
  ['Hussein', 'Xuseen', 'Hüseyin'],
  ['Osman', 'Cismaan', 'Othman', 'Uthman'],
  ['Ibrahim', 'Ibraahim', 'Abraham'],
  ['Isa', 'Ciise', 'Issa'],
  ['Yusuf', 'Joseph', 'Yosief', 'Josef'],
  ['Maryam', 'Maryan', 'Meryem'],
  ['Fatima', 'Faadumo', 'Fadumo', 'Fatemeh', 'Fatuma'],
  ['Aisha', 'Caasha', 'Asha', 'Ayşe', 'Aicha'],
  ['Khadija', 'Khadiijo', 'Hatice', 'Khadijeh'],
  ['Halima', 'Xaliima', 'Xaliimo'],
  ['Alexander', 'Oleksandr', 'Aleksandr', 'Oleksander', 'Alexandr'],
  ['Vladimir', 'Volodymyr'],
  ['Sergey', 'Serhii', 'Serhiy'],
  ['Nikolai', 'Mykola'],
  ['Dmitri', 'Dmytro'],
  ['Elena', 'Olena', 'Yelena', 'Helena'],
  ['Yevgeni', 'Yevhen', 'Evgeny', 'Yevhenii'],
  ['Oleg', 'Oleh'],
  ['Igor', 'Ihor'],
  ['Anna', 'Hanna', 'Ganna'],
  ['Katerina', 'Ekaterina', 'Yekaterina', 'Kateryna'],
  ['Olga', 'Olha'],
  ['Andrei', 'Andrii', 'Andriy'],
];

const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  ROWS.flatMap(([name, ...forms]) => forms.map((form) => [foldWord(form), foldWord(name)] as const)),
);

/** A folded word in the spelling that stands for all forms of its name. */
export function commonSpelling(folded: string): string {
  return STANDS_FOR.get(folded) ?? folded;
}
