import type { Cues } from '../cues.ts';

/** What authors say in Chinese. */
export const chinese: Cues = {
  bad: ['不好的', '错误 示例|写法|用法|做法', '反例', '不推荐'],
  good: ['推荐 写法|做法', '正确 的|示例|写法'],
  comparison: ['对比', '比较'],
  hypothetical: [],
};
