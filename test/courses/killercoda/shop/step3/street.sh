echo somebody > /opt/stock/street
while true; do sleep 1; echo steps >> /opt/stock/street; done &
