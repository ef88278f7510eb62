pgrep -f 'tail -f /opt/stock/street' || { echo "nobody looks out of the window"; exit 1; }
test "$(cat /tmp/house)" = 12
