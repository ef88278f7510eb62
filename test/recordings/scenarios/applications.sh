mkdir -p shop && cd shop && printf '{\n  "name": "shop",\n  "version": "1.0.0",\n  "scripts": {\n    "migrate": "node migrate.js",\n    "seed": "node seed.js",\n    "test": "node --test --test-reporter=spec",\n    "broken": "node no-such-file.js",\n    "check": "node check.js"\n  }\n}\n' > package.json && printf 'for (const table of ["users", "orders", "carts"]) console.log("info Created table " + table);\nconsole.log("info Migrated 3 tables");\n' > migrate.js && printf 'console.log("warning 2 users have no name");\nconsole.log("added 12 rows");\n' > seed.js && printf 'const { test } = require("node:test");\ntest("adds", () => {});\ntest("subtracts", () => {});\n' > shop.test.js && printf 'console.error("error price of cart 7 is negative");\nprocess.exit(3);\n' > check.js && ls

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run migrate

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run --silent seed

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm test

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run check

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run broken

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run nosuch

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm run

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm install --offline

docker run --rm -v "$PWD:/app" -w /app node:22-alpine npm ls

docker run --rm python:3.13-slim pip install --no-index nosuchpackage

docker run --rm python:3.13-slim pip show nosuchpackage

printf '<project xmlns="http://maven.apache.org/POM/4.0.0">\n  <modelVersion>4.0.0</modelVersion>\n  <groupId>shop</groupId>\n  <artifactId>till</artifactId>\n  <version>1.0</version>\n  <packaging>pom</packaging>\n</project>\n' > pom.xml && docker run --rm -v "$PWD:/app" -w /app maven:3.9-eclipse-temurin-17 mvn -B -o validate

docker run --rm -v "$PWD:/app" -w /app maven:3.9-eclipse-temurin-17 mvn -B -o nosuchphase

printf 'services:\n  api:\n    image: node:22-alpine\n    working_dir: /app\n    volumes: [".:/app"]\n    command: npm run migrate\n  web:\n    image: nginx:alpine\n    ports: ["8081:80"]\n' > compose.yaml && mkdir -p site && printf '10 20 30 40\n' > scores && docker compose up -d

docker compose logs --no-log-prefix api

docker compose logs api

docker compose run --rm api npm run --silent seed

docker compose cp scores web:/usr/share/nginx/html/scores 2> /dev/null

curl -s localhost:8081/scores

curl -i -s localhost:8081/scores | grep -i -e http -e content

curl -s -o /dev/null -w '%{http_code}\n' localhost:8081/nothing

curl localhost:8099

curl -s http://no-such-host.example/

docker compose exec web wget -qO- http://localhost/scores

docker compose exec web wget -O /tmp/scores http://localhost/scores

docker compose exec api ls

docker compose exec web ping -c 1 nosuch

docker compose down -t 0
