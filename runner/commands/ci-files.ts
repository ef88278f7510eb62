/** A workflow of GitHub Actions that checks the chapters on each change and every night. */
export const githubWorkflow = `name: tutorial
on:
  push:
  pull_request:
  schedule:
    - cron: '0 3 * * *'
jobs:
  chapters:
    runs-on: ubuntu-24.04
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: npm install --global @tutor-md/tutor
      - run: tutor lint
      - id: month
        run: echo "month=$(date +%Y-%m)" >> "$GITHUB_OUTPUT"
      # Prepared engines and stand-ins, anew each month and where the chapters' images may have changed.
      - id: cache
        uses: actions/cache@v4
        with:
          path: tutor-cache.tar
          key: tutor-\${{ runner.os }}-\${{ steps.month.outputs.month }}-\${{ hashFiles('tutor.yml', '**/*.md') }}
          restore-keys: tutor-\${{ runner.os }}-\${{ steps.month.outputs.month }}-
      - if: hashFiles('tutor-cache.tar') != ''
        run: sudo mkdir -p /root/.cache && sudo tar -x --numeric-owner -f tutor-cache.tar -C /root/.cache
      - run: sudo --set-home env "PATH=$PATH" tutor engine prepare sandbox:28 --yes
      - run: sudo --set-home env "PATH=$PATH" tutor images prepare --yes
      - if: steps.cache.outputs.cache-hit != 'true'
        run: sudo tar -c --numeric-owner -f tutor-cache.tar -C /root/.cache tutor
      # The engines need root; the job's own variables are let through for the annotations and the summary.
      - run: >-
          sudo --set-home --preserve-env=GITHUB_ACTIONS,GITHUB_WORKSPACE,GITHUB_STEP_SUMMARY env "PATH=$PATH"
          tutor test --engine sandbox:28 --yes --reporter junit=junit.xml
      - uses: actions/upload-artifact@v4
        if: always()
        with:
          name: junit
          path: junit.xml
`;

/** A job of GitLab CI, for a runner with the shell executor as root on Debian or Ubuntu. */
export const gitlabJob = `chapters:
  tags: [debian-root]
  script:
    - npm install --global @tutor-md/tutor
    - tutor lint
    - tutor engine prepare sandbox:28 --yes
    - tutor test --engine sandbox:28 --yes --reporter junit=junit.xml
  artifacts:
    when: always
    reports:
      junit: junit.xml
`;
