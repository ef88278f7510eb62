/** Whether an IPv4 address lies in a range (`10.77.0.0/24`) or is the address that the range names. */
export function isInRange(address: string, range: string): boolean {
  const [base = '', bits = '32'] = range.split('/');
  if (base === address) return true;
  const [one, other] = [numberOf(address), numberOf(base)];
  if (one === null || other === null || bits === '32') return false;
  const size = 2 ** (32 - Number(bits));
  return Math.floor(one / size) === Math.floor(other / size);
}

function numberOf(address: string): number | null {
  if (!/^\d{1,3}(?:\.\d{1,3}){3}$/.test(address)) return null;
  return address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
}
