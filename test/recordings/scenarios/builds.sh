mkdir -p app && cd app && echo '<h1>hello</h1>' > index.html && printf 'FROM ubuntu:20.04\nLABEL maintainer="user@example.com" version="1.0"\nENV APP_PORT=3000\nWORKDIR /app\nRUN echo "building the app" && mkdir -p /app/data\nCOPY index.html /app/\nEXPOSE 3000\nCMD ["cat", "/app/index.html"]\n' > Dockerfile && cat Dockerfile

docker build -t myapp:1.0 .

docker build -t myapp:1.0 .

DOCKER_BUILDKIT=0 docker build --no-cache -t myapp:classic .

DOCKER_BUILDKIT=0 docker build -t myapp:classic .

DOCKER_BUILDKIT=1 docker build --no-cache -t myapp:kit .

DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build --no-cache -t myapp:plain .

DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build -t myapp:plain .

docker history myapp:1.0

docker history myapp:classic

docker history --no-trunc myapp:kit

docker run --rm myapp:1.0

docker images myapp

printf 'FROM alpine:3.20\nRUN echo start\nRUN cat /no/such/file\nCMD ["sh"]\n' > Dockerfile.bad

docker build -f Dockerfile.bad -t bad .

DOCKER_BUILDKIT=0 docker build -f Dockerfile.bad -t bad .

DOCKER_BUILDKIT=1 docker build -f Dockerfile.bad -t bad .

DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build -f Dockerfile.bad -t bad .

printf 'FROM alpine:3.20\nCOPY missing.txt /\n' > Dockerfile.missing

DOCKER_BUILDKIT=0 docker build -f Dockerfile.missing .

DOCKER_BUILDKIT=1 docker build -f Dockerfile.missing .

printf 'FROM alpine:3.20\nRUNN echo a\n' > Dockerfile.typo

DOCKER_BUILDKIT=0 docker build -f Dockerfile.typo .

DOCKER_BUILDKIT=1 docker build -f Dockerfile.typo .

printf 'FROM nosuchimage:1\n' > Dockerfile.nobase

DOCKER_BUILDKIT=0 docker build -f Dockerfile.nobase .

DOCKER_BUILDKIT=1 docker build -f Dockerfile.nobase .

docker build -t none nosuchfolder

printf 'FROM alpine:3.20 AS build\nWORKDIR /src\nRUN echo compiled > out\nFROM alpine:3.20\nWORKDIR /bin2\nCOPY --from=build /src/out .\nCMD ["cat", "out"]\n' > Dockerfile.stages

DOCKER_BUILDKIT=0 docker build --no-cache -f Dockerfile.stages -t stages .

DOCKER_BUILDKIT=1 docker build --no-cache -f Dockerfile.stages -t stages .

DOCKER_BUILDKIT=1 BUILDKIT_PROGRESS=plain docker build --no-cache -f Dockerfile.stages -t stages .

docker rmi myapp:classic

docker rmi myapp:1.0 myapp:plain

docker builder prune -f

docker image prune -f
