import type { Cues } from '../cues.ts';

/** What authors say in English. */
export const english: Cues = {
  bad: [
    'bad example|practice|practise|idea|approach|way|pattern|habit|code|dockerfile|usage',
    'this|that|it is bad|wrong',
    '^ the? bad|wrong|incorrect|avoid|worse $',
    '^ bad|wrong|incorrect|avoid :',
    '^ bad|wrong|incorrect|avoid … :',
    'wrong|incorrect way|example|usage|dockerfile',
    "don't do|use|write|run|type this|it|that",
    'do not do|use|write|run|type this|it|that',
    'anti-pattern',
    'antipattern',
    'avoid this|these',
  ],
  good: [
    '^ the? right|correct|preferred|recommended|instead $',
    '^ the? good :',
    'good example|practice|practise',
    'better :',
  ],
  comparison: ['before … after', '^ before|after|as-is|to-be $', '^ as|to is|be $', 'vs', 'comparison'],
  hypothetical: [
    "we would|'d like to",
    "we'd like to",
    'in other words … we',
    'this would run',
    'we will execute',
    'we wish we could',
  ],
};
