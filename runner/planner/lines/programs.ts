const words = `
ab alias ansible apachectl apk apt apt-get apt-key ash at awk aws az base64 bash bg brctl brew buildah bundle cal
capsh cargo cat cd chmod chown chroot clear cmake code comm composer cosign cp crictl crontab ctr curl cut date dd
deno df diff dig dir dive dmesg dnf dotnet dpkg du echo egrep env exit export expr fallocate fdisk fg file find findmnt
flask free gcc gcloud gem getent getenforce git go gpg gradle grep groupadd groups gunicorn gunzip gzip head helm
hexdump hey history host hostname hostnamectl htop httpd id ifconfig ipconfig install ip iptables java javac jobs journalctl jq
jupyter kill killall kind kubectl kubeadm last less ll ln locate logout losetup ls lsb_release lsblk lscpu lsmod lsns
lsof make man md5sum minikube mkdir mkfs modprobe mongo mongosh more mount mv mvn mysql mysqladmin mysqldump nano nc
ncat nerdctl netstat newgrp nginx ngrok nmap node nohup npm npx nsenter nslookup openssl passwd pgrep php ping pip pip3
pkill podman poweroff printenv printf ps psql pwd pwsh python python3 rabbitmqctl rake rails readlink reboot redis-benchmark redis-cli
redis-server reset rm rmdir rpm rsync ruby rustc scp screen sed seq service set setenforce sh sha256sum siege skopeo
sleep snap sort source sqlite3 ss ssh ssh-keygen stat strace stress su sudo swapoff swapon sysctl systemctl systemd-run
tail tar tcpdump tee telnet terraform time timeout tmux top touch tput traceroute tree trivy truncate type ufw ulimit
umount uname uniq unset unshare unzip uptime useradd usermod uvicorn vagrant vi vim virtualenv visudo watch wc wget
which whoami wrk xargs xz yarn yes yum zcat zip zsh . :
docker docker-compose docker-machine docker.exe dockerd containerd compose
choco cls copy del explorer Get-Content Get-ChildItem Get-NetIPAddress Invoke-WebRequest iwr md New-Item notepad rd
Remove-Item Restart-Computer Restart-Service Set-Location Start-Process Start-Service Stop-Service winget wsl Write-Host Enable-WindowsOptionalFeature
`;

/** Programs that tutorials about containers call, so that a line can be told from output without running it. */
export const programs: ReadonlySet<string> = new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Words that begin sentences more often than commands: they need an argument that looks like one. */
export const plainWords: ReadonlySet<string> = new Set(
  'at cut date diff file find go head history host id install kind last less make man more node open reset screen service set sort source start tail test time top type watch which yes code env copy compose comm dive'.split(
    ' ',
  ),
);
