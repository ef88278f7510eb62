#!/usr/bin/env node
import process from 'node:process';
import { main } from './commands/main.ts';

process.exitCode = await main(process);
