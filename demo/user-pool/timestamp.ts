/** The TIMESTAMP of a claim is written `ddd MMM D HH:mm:ss UTC YYYY`, its day without a leading zero. */
export function formatTimestamp(at: number): string {
  const [weekday, day, month, year, time] = new Date(at).toUTCString().split(/,? /);
  return `${weekday} ${month} ${Number(day)} ${time} UTC ${year}`;
}

/** Undefined for any other format: a padded day, a wrong weekday, a day that the month lacks. */
export function parseTimestamp(text: string): number | undefined {
  const [weekday, month, day = '', time, , year] = text.split(' ');
  const at = Date.parse(`${weekday}, ${day.padStart(2, '0')} ${month} ${year} ${time} GMT`);
  return Number.isFinite(at) && formatTimestamp(at) === text ? at : undefined;
}
