package io.guatu.courier;

import io.guatu.tidings.Channel;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where messages may go: robots to their makers' hosts, webhooks over HTTPS to public addresses, both also to what the operator
 * named. What an office types must not reach what stands beside the server.
 *
 * @param named origins like {@code https://hooks.town.example}
 */
public record Destinations(Set<String> named) {
    private static final int LONGEST = 1_000;
    private static final Map<Channel, List<String>> MAKERS = Map.of(
            Channel.WECOM, List.of("https://qyapi.weixin.qq.com"),
            Channel.DINGTALK, List.of("https://oapi.dingtalk.com"),
            Channel.FEISHU, List.of("https://open.feishu.cn", "https://open.larksuite.com"));

    public Destinations {
        named = named.stream().map(URI::create).map(Destinations::origin).collect(Collectors.toUnmodifiableSet());
    }

    /** Why an address is none for this channel, as a code; empty when it may be one. */
    public Optional<String> fault(Channel channel, String address) {
        URI uri = uri(address);
        if (uri == null) {
            return Optional.of("address-malformed");
        }
        String origin = origin(uri);
        if (named.contains(origin)) {
            return Optional.empty();
        }
        if (MAKERS.containsKey(channel)) {
            return MAKERS.get(channel).contains(origin)
                    ? keyless(channel, uri) ? Optional.of("address-without-key") : Optional.empty()
                    : Optional.of("address-of-another");
        }
        return "https".equals(uri.getScheme()) ? Optional.empty() : Optional.of("address-not-https");
    }

    /** Whether the operator named it: then it may be anywhere. */
    boolean trusts(URI uri) {
        return named.contains(origin(uri));
    }

    /** The address taken apart, or null when it is none that is sent to. */
    static URI uri(String address) {
        try {
            URI uri = new URI(address);
            boolean whole = address.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
            return whole ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    /** Scheme, host and port: lower-case, the port where it is not the usual one. */
    private static String origin(URI uri) {
        boolean usual = uri.getPort() < 0 || uri.getPort() == ("https".equals(uri.getScheme()) ? 443 : 80);
        return uri.getScheme() + "://" + uri.getHost().toLowerCase(Locale.ROOT) + (usual ? "" : ":" + uri.getPort());
    }

    private static boolean keyless(Channel channel, URI uri) {
        String query = String.valueOf(uri.getRawQuery());
        return switch (channel) {
            case WECOM -> !query.matches("(.*&)?key=[^&]+(&.*)?");
            case DINGTALK -> !query.matches("(.*&)?access_token=[^&]+(&.*)?");
            default -> !uri.getPath().matches("/open-apis/bot/v2/hook/[^/]+/?");
        };
    }

    /** Whether this is an address of the public network: not of this machine, this house, or what only looks public. */
    static boolean isPublic(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        if (address instanceof Inet4Address) {
            boolean shared = first == 100 && (second & 0xc0) == 64;
            boolean special = first == 192 && second == 0 && (bytes[2] == 0 || bytes[2] == 2)
                    || first == 198 && (second == 18 || second == 19);
            return first != 0 && first < 224 && !shared && !special;
        }
        // Of IPv6 only what is given out (2000::/3), and none that wraps an IPv4 address (6to4, Teredo).
        boolean wraps = first == 0x20 && (second == 0x02 || second == 0x01 && bytes[2] == 0 && bytes[3] == 0);
        return (first & 0xe0) == 0x20 && !wraps;
    }
}
