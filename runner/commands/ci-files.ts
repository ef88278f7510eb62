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
    env:
      # What came out before, for --cached.
      TUTOR_STATE: /tmp/tutor-state
    steps:
      - uses: actions/checkout@v4
        with:
          fetch-depth: 0
      - uses: actions/setup-node@v4
        with:
          node-version: 24
      - run: npm install --global "\${{ vars.TUTOR_PACKAGE || '@tutor-md/tutor' }}"
      - run: tutor lint
      - id: made
        run: echo "of=$(date +%Y-%m)-$(tutor --version)" >> "$GITHUB_OUTPUT"
      # Prepared engines and stand-ins: anew each month, with each tutor, and where the chapters' images may have changed.
      - id: cache
        uses: actions/cache@v4
        with:
          path: tutor-cache.tar
          key: tutor-\${{ runner.os }}-\${{ steps.made.outputs.of }}-\${{ hashFiles('tutor.yml', 'tutor.yaml', '**/*.md', '**/*.markdown') }}
          restore-keys: tutor-\${{ runner.os }}-\${{ steps.made.outputs.of }}-
      - uses: actions/cache@v4
        with:
          path: /tmp/tutor-state
          key: tutor-state-\${{ github.run_id }}-\${{ github.run_attempt }}
          restore-keys: tutor-state-
      - if: hashFiles('tutor-cache.tar') != ''
        run: sudo mkdir -p /root/.cache && sudo tar -x --numeric-owner -f tutor-cache.tar -C /root/.cache && rm tutor-cache.tar
      - run: sudo --set-home env "PATH=$PATH" tutor engine prepare sandbox:28 --yes
      - run: sudo --set-home env "PATH=$PATH" tutor images prepare --yes
      # The engines need root; the job's own variables are let through for the annotations and the summary.
      - run: >-
          sudo --set-home --preserve-env=GITHUB_ACTIONS,GITHUB_WORKSPACE,GITHUB_STEP_SUMMARY,TUTOR_STATE env "PATH=$PATH"
          tutor test --engine sandbox:28 --yes --reporter junit=junit.xml
          \${{ github.event_name != 'schedule' && '--cached' || '' }}
      - if: always() && steps.cache.outputs.cache-hit != 'true'
        run: sudo tar -c --numeric-owner -f tutor-cache.tar -C /root/.cache tutor
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
    - npm install --global "\${TUTOR_PACKAGE:-@tutor-md/tutor}"
    - tutor lint
    - tutor engine prepare sandbox:28 --yes
    - tutor test --engine sandbox:28 --yes --reporter junit=junit.xml
  artifacts:
    when: always
    reports:
      junit: junit.xml
`;
