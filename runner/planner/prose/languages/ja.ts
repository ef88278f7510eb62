import type { Cues } from '../cues.ts';

/** What authors say in Japanese. */
export const japanese: Cues = {
  output: ['実行 例|結果', '出力 例|結果|され|は', '結果', '表示され', 'のように|次の 出力|表示|結果'],
  syntax: ['構文', '書式', '使い方', '文法', '形式'],
  bad: ['悪い例', 'ダメ'],
  good: ['良い例'],
  comparison: ['対比', '比較'],
  inside: ['コンテナ の? 内|中', 'コンテナに 入|接続|ログイン', 'コンテナに … インストール', '内部から'],
  host: ['ホスト 側|マシン|OS? で|から|に'],
  terminal: ['別|別の ターミナル|端末|シェル|ウィンドウ'],
  leave: ['抜け|終了'],
  file: ['作成|記述|保存|ファイル|内容'],
  append: ['追記|追加'],
  change: ['変更|修正'],
  structure: ['ディレクトリ構成'],
  container: ['コンテナ'],
  withinContainer: ['コンテナ 内で|の中で'],
  entered: ['コンテナ に入っ|に接続し|にログインし た後|たら'],
  firstTerminal: ['元の ターミナル|端末'],
  secondTerminal: ['2 つ目の ターミナル|端末'],
  excerpt: ['抜粋', '出力|結果 の一部'],
  fails: ['エラー に? なり|が|になる', '失敗し'],
  or: ['^ または|もしくは'],
  atTheEnd: ['末尾|追記'],
  anew: ['全体', '内容|コード を 次|以下 の よう|通り'],
  naming: ['ファイル名は', 'として保存'],
};
