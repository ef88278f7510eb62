import { isOf } from '../../command/index.ts';
import { lastPart } from '../../core/paths.ts';
import { isNumber } from '../../core/words.ts';
import type { Canon } from './canon.ts';

/** Kernels, and what belongs to the machine. */
export const system: Canon = {
  name: 'system',
  read: (line, { printers, onHost }) => {
    // In a container it may be what the command allows.
    if (onHost === true && isOf(printers, 'nproc') && isNumber(line)) return '<processors>';
    // Each system, and each way to install, has its own folder for programs.
    if (onHost === true && isOf(printers, 'which') && /^\/\S+$/.test(line)) return `<folder>/${lastPart(line)}`;
    return line
      .replace(/^(OpenJDK (?:Runtime Environment|64-Bit Server VM)) [A-Z]\S* (?=\(build )/, '$1 ')
      .replace(/^(github\.com\/docker\/buildx) .*$/, '$1')
      .replace(/^(Linux) \S+ \S+ .*#\d+.*$/, '$1')
      .replace(/^(Mem|Swap|-\/\+ buffers\/cache):(?:\s+[\d.]+\w*)+$/, '$1:')
      .replace(/^([0-9a-f]+::)0?(\s+ip6-\w+)$/, '$1$2')
      .replace(/^\d+ director(?:y|ies), (\d+ files?)$/, '$1');
  },
  examples: `
    Linux box 5.4.0-42-generic #46-Ubuntu SMP x86_64 GNU/Linux ≈ Linux web 6.1.0-18 #1 SMP Debian x86_64 GNU/Linux
    3 directories, 8 files ≈ 4 directories, 8 files
    Linux box 5.4.0-42-generic #46-Ubuntu SMP x86_64 GNU/Linux ≠ Darwin
    3 directories, 8 files ≠ 3 directories, 9 files
  `,
};
