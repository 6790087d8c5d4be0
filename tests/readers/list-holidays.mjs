// Prints the public holidays of every German Land and of Austria's, from 2016 to 2040, as the package
// `date-holidays` has them: one object of days by region.

import Holidays from 'date-holidays'

const german = 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH'.split(' ').map((land) => ['DE', land])
const austrian = [...'123456789'].map((land) => ['AT', land])
const found = {}
for (const [country, land] of [...german, ...austrian]) {
  const calendar = new Holidays(country, land)
  const days = []
  for (let year = 2016; year <= 2040; year++) {
    const ofYear = calendar.getHolidays(year).filter((holiday) => holiday.type === 'public')
    days.push(...ofYear.map((holiday) => holiday.date.slice(0, 10)))
  }
  found[`${country}-${land}`] = days
}
console.log(JSON.stringify(found))
