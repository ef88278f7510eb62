set -e
[ -f /root/shop/window/sign.txt ]
docker image inspect window > /dev/null
docker logs look | grep -q apples
