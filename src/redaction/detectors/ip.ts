import { type Detector, isGlued, MARK, type Scene, startOf, take } from '../scene.ts';
import { endOfMatch } from './pattern.ts';

const V4 = /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\d.]\d|[a-z0-9])/iy;
const V6 = /(?:[0-9a-f]{1,4}:){2,7}(?:[0-9a-f]{1,4})?(?::[0-9a-f]{1,4}){0,6}(?![a-z0-9:])/iy;
const MAC = /(?:[0-9a-f]{2}[:-]){5}[0-9a-f]{2}(?![a-z0-9:-])/iy;

/** Takes 39.163.76.78, 2001:db8::8a2e:370:7334 and 00:1B:44:11:3A:B7. Not "v2.14.3" and not "10:30:00". */
export const ip: Detector = (scene, token) => {
  const start = startOf(scene, token);
  if (!isGlued(scene, token + 1)) return 0;
  const behind = scene.text.charCodeAt(startOf(scene, token + 1));
  if (behind === MARK.dot) {
    const v4 = endOfMatch(V4, scene.text, start);
    return v4 === 0 || isMachines(scene, start, v4) ? v4 : take(scene, 'ip.v4', start, v4);
  }
  if (behind !== MARK.colon && behind !== MARK.dash && !isHexLetter(behind)) return 0;
  const mac = endOfMatch(MAC, scene.text, start);
  if (mac > 0) return take(scene, 'device.mac', start, mac);
  const v6 = behind === MARK.dash ? 0 : endOfMatch(V6, scene.text, start);
  return v6 > 0 && isAddress(scene.text.slice(start, v6)) ? take(scene, 'ip.v6', start, v6) : 0;
};

const PRIVATE = /^(?:10|127|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./;
const MACHINES = /\b(?:host|server|proxy|gateway|router|dns|subnet|localhost|vlan|firewall|load balancer)\b/i;

/** "host 10.0.0.1 is the proxy": a private address of equipment points at nobody. */
function isMachines({ text }: Scene, start: number, end: number): boolean {
  return PRIVATE.test(text.slice(start, end)) && MACHINES.test(text.slice(Math.max(0, start - 60), end + 60));
}

function isHexLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 102;
}

/** Eight groups, or fewer where `::` stands for some. "0:0:0:0:0:0:0:" is none. */
function isAddress(text: string): boolean {
  const groups = text.split(':');
  return text.includes('::') ? groups.length >= 4 : groups.length === 8 && !groups.includes('');
}
