import type { PlainDate } from '../../domain/model/plain-date';
import { addDays } from '../../domain/law/calendar';
import { seeded } from '../chance';

const GIVEN =
  'Mohammed Ahmed Ali Omar Hassan Hussein Yousef Ibrahim Khaled Samir Fatima Maryam Amina Zahra Aisha Leila Nour Rana Selam Yonas Dawit Aster Hanna Tewelde Oleksandr Olena Dmytro Iryna Serhii Kateryna Reza Farida Habib Shirin Abdi Halima Asad Parwin Tesfay Mehmet Elif Zeynab Karim Layla Bilal Salma'.split(
    ' ',
  );
const FIRST = 'Ha Ka Ra Sa Ma Ta Na Da Ba La Wa Ja Za Fa Ga'.split(' ');
const MIDDLE = 'bi da fe go hu ki lo mi nu pa re si tu ve za'.split(' ');
const LAST = 'ri di ni mi zai yan shvili dze nko vych oglu zadeh pour far oud am ein at il un'.split(' ');

const COLUMNS =
  'household,givenName,familyName,dossiernummer,role,bornOn,arrivedOn,permitGround,permitDecidedOn,permitValidFrom,permitValidTo,protection,lacksSwedish,foreignGrades,stayKommun,stayDwelling,settlement';

/** A file of made-up people, and its faults. */
export type FileOfPeople = {
  readonly rows: number;
  readonly today: PlainDate;
  /** The two digits that the dossier numbers begin with: another pair, another file. */
  readonly series: number;
  /** One row in `faultyEvery` breaks a rule. */
  readonly faultyEvery: number;
};

/** CSV, a household at a time: one to five members, adults and children, in four kommuner. A tenth is born on 1 January. */
export function* csvOfPeople({ rows, today, series, faultyEvery }: FileOfPeople): Generator<string> {
  const chance = seeded(series);
  const one = <T>(of: readonly T[]): T => of[Math.floor(chance() * of.length)] as T;
  const decidedOn = addDays(today, -20);
  yield `${COLUMNS}\n`;
  for (let row = 0, home = 1; row < rows; home += 1) {
    const family = `${one(FIRST)}${one(MIDDLE)}${one(MIDDLE)}${one(LAST)}`;
    const kommun = one(['0484', '2281', '0180', '1480']);
    const members = Math.min(1 + Math.floor(chance() * 5), rows - row);
    let text = '';
    for (let member = 0; member < members; member += 1, row += 1) {
      const role = member < 2 ? 'adult' : 'child';
      const days = Math.floor(role === 'adult' ? 7_300 + chance() * 14_000 : chance() * 6_000);
      const born = addDays(today, -days - 1);
      const bornOn = chance() < 0.1 ? `${born.slice(0, 4)}-01-01` : born;
      const number = `${series}-${String(row).padStart(6, '0')}`;
      const faulty = row % faultyEvery === faultyEvery - 1 ? 'cousin' : role;
      text += `H${series}-${home},${one(GIVEN)},${family},${number},${faulty},${bornOn},${addDays(today, -300)},refugee,${decidedOn},${decidedOn},${addDays(today, 1_075)},none,true,false,${kommun},fixed,anvisad\n`;
    }
    yield text;
  }
}
