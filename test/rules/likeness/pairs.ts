/** A name as two fields hold it. */
export type Named = readonly [givenName: string, familyName: string];

/** One person written by two clerks; the birth date is the same. */
export const ALIKE: readonly (readonly [what: string, one: Named, other: Named])[] = [
  ['e or a, o or u', ['Mohammed', 'Ahmed'], ['Muhammad', 'Ahmad']],
  ['ou or u', ['Yousef', 'Mahmoud'], ['Yusuf', 'Mahmud']],
  ['double letters', ['Mohamad', 'Hasan'], ['Mohammad', 'Hassan']],
  ['a hyphen', ['Abu-Bakr', 'Al-Hassan'], ['Abu Bakr', 'Alhassan']],
  ['an article left out', ['Samir', 'Al Najjar'], ['Samir', 'Najjar']],
  ['names that changed place', ['Rahimi', 'Zahra'], ['Zahra', 'Rahimi']],
  ['a name that only one clerk wrote', ['Zahra Bibi', 'Rahimi'], ['Zahra', 'Rahimi']],
  ['servant of, together or apart', ['Abdulrahman', 'Kadir'], ['Abd al-Rahman', 'Kadir']],
  ['servant of, assimilated', ['Abdurrahman', 'Saleh'], ['Abdel Rahman', 'Salih']],
  ['kh, ch or h', ['Khaled', 'Darwish'], ['Haled', 'Darwish']],
  ['German writing', ['Schirin', 'Jousefi'], ['Shirin', 'Yousefi']],
  ['French writing', ['Cherif', 'Djamal'], ['Sharif', 'Jamal']],
  ['Swedish writing', ['Andrij', 'Sjevtjenko'], ['Andrii', 'Shevchenko']],
  ['Turkish letters', ['Ayşe', 'Çelik'], ['Aisha', 'Celik']],
  ['Somali writing', ['Xasan', 'Maxamed Cali'], ['Hassan', 'Mohamed Ali']],
  ['Somali Omar', ['Cumar', 'Cabdi'], ['Omar', 'Abdi']],
  ['Ukrainian and Russian', ['Oleksandr', 'Kovalenko'], ['Alexander', 'Kovalenko']],
  ['Tigrinya', ['Ghebremedhin', 'Tesfay'], ['Gebremedhin', 'Tesfai']],
  ['accents', ['José', 'Núñez'], ['Jose', 'Nunez']],
  ['å, ä, ö', ['Åsa', 'Söderström'], ['Asa', 'Soderstrom']],
  ['a letter missing', ['Farida', 'Karimi'], ['Farida', 'Karim']],
  ['q, k or gh', ['Qasim', 'Sediqi'], ['Kassem', 'Seddiqi']],
  ['w or v', ['Dawit', 'Tewelde'], ['Davit', 'Tewolde']],
  ['two names written as one', ['Nour Eddine', 'Bakri'], ['Noureddine', 'Bakri']],
  ['an apostrophe', ["Mu'ath", 'Qur’ani'], ['Muath', 'Qurani']],
];

/** Two persons born the same day whose names merely look alike, and what tells them apart. */
export const NOT_ALIKE: readonly (readonly [what: string, one: Named, other: Named])[] = [
  ['brothers, two given names', ['Hassan', 'Rahimi'], ['Hussein', 'Rahimi']],
  ['Mahmoud is not Mohammed', ['Mahmoud', 'Haddad'], ['Mohammed', 'Haddad']],
  ['Ahmed is not Hamid', ['Ahmed', 'Haddad'], ['Hamid', 'Haddad']],
  ['twins', ['Omar', 'Saleh'], ['Ali', 'Saleh']],
  ['short names with one letter of another', ['Amar', 'Noori'], ['Amir', 'Noori']],
  ['the same given name only', ['Fatima', 'Ahmadi'], ['Fatima', 'Haidari']],
  ['the same family name only', ['Selam', 'Tesfay'], ['Yonas', 'Tesfay']],
  ['one common word of three', ['Ali Reza', 'Mohammadi'], ['Ali', 'Karimi']],
  ['Anna is not Inna', ['Anna', 'Bondar'], ['Inna', 'Bondar']],
  ['nothing in common', ['Aster', 'Kidane'], ['Olena', 'Melnyk']],
];
