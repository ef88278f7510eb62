docker run -d --name box ubuntu:22.04 sleep 600

docker exec box apt-get update

docker exec box apt-get install -y tree

docker exec box tree --version

docker exec box sh -c 'mkdir -p /a/b; touch /a/b/c; tree /a'

docker run --rm python:3.12-slim python --version

docker run --rm node:20-alpine node --version

docker run --rm python:3.12-slim pip --version

docker exec box sh -c 'apt-get install -y nosuchpackage'

docker rm -f box
