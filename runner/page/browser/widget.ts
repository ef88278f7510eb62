import { FitAddon } from '@xterm/addon-fit';
import { Terminal } from '@xterm/xterm';
import { lend } from './lent-widget.ts';

// A script of its own, by far the largest: the page loads it late, and a report holds it once.
lend({ Terminal, FitAddon });
