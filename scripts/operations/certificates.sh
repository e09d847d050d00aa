# Sourced by scripts/operations.sh: certificates for the proxy and for members, as good as real ones.
# shellcheck shell=bash

# An authority, and a certificate of it: `certificate NAME SUBJECT [EXTENSION …]`.
authority() {
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "/CN=$1" \
        -addext basicConstraints=critical,CA:TRUE -keyout "$work/tls/$1.key" -out "$work/tls/$1.pem" 2>/dev/null
}
certificate() {
    local ca=$1 name=$2 subject=$3 options=() extension
    shift 3
    for extension in "$@"; do
        options+=(-addext "$extension")
    done
    openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 90 -subj "$subject" \
        -addext basicConstraints=CA:FALSE "${options[@]}" -CA "$work/tls/$ca.pem" -CAkey "$work/tls/$ca.key" \
        -keyout "$work/tls/$name.key" -out "$work/tls/$name.pem" 2>/dev/null
}

make_certificates() {
    mkdir "$work/tls"
    authority rpc-ca
    authority members-ca
    certificate rpc-ca rpc /CN=rpc.example.org subjectAltName=DNS:rpc.example.org,DNS:localhost \
        extendedKeyUsage=serverAuth
    certificate members-ca member "/O=Member/CN=member" extendedKeyUsage=clientAuth
    certificate members-ca former "/O=Former/CN=former" extendedKeyUsage=clientAuth
    certificate rpc-ca stranger "/O=Stranger/CN=stranger" extendedKeyUsage=clientAuth
    # The list of what is revoked: `former` is on it.
    : >"$work/tls/index"
    echo 01 >"$work/tls/number"
    printf '%s\n' '[ca]' 'default_ca=own' '[own]' "database=$work/tls/index" "crlnumber=$work/tls/number" \
        default_md=sha256 default_crl_days=30 >"$work/tls/ca.conf"
    local ca=(openssl ca -config "$work/tls/ca.conf" -cert "$work/tls/members-ca.pem"
        -keyfile "$work/tls/members-ca.key")
    "${ca[@]}" -revoke "$work/tls/former.pem" 2>/dev/null
    "${ca[@]}" -gencrl -out "$work/tls/members-revoked.pem" 2>/dev/null
}
