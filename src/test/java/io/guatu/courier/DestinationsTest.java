package io.guatu.courier;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.guatu.tidings.Channel;
import java.net.InetAddress;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an office types leads to robots and to the public network, and nowhere else. */
class DestinationsTest {
    private static final Destinations NAMED =
            new Destinations(Set.of("http://10.0.0.5:8080", "https://Hooks.Town.example:443"));

    @ParameterizedTest
    @CsvSource({
        "WECOM, https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1, ",
        "WECOM, https://qyapi.weixin.qq.com/cgi-bin/webhook/send, address-without-key",
        "WECOM, http://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=1, address-of-another",
        "WECOM, https://qyapi.weixin.qq.com.evil.example/send?key=1, address-of-another",
        "WECOM, https://qyapi.weixin.qq.com@evil.example/send?key=1, address-malformed",
        "WECOM, https://qyapi.weixin.qq.com:8443/send?key=1, address-of-another",
        "DINGTALK, https://oapi.dingtalk.com/robot/send?access_token=1, ",
        "DINGTALK, https://open.feishu.cn/open-apis/bot/v2/hook/1, address-of-another",
        "FEISHU, https://open.feishu.cn/open-apis/bot/v2/hook/1, ",
        "FEISHU, https://open.feishu.cn/open-apis/bot/v2/hook/, address-without-key",
        "WEBHOOK, https://hooks.example/x, ",
        "WEBHOOK, http://hooks.example/x, address-not-https",
        "WEBHOOK, ftp://hooks.example/x, address-malformed",
        "WEBHOOK, //hooks.example/x, address-malformed",
        "WEBHOOK, https://hooks.example/x#y, address-malformed",
        "WEBHOOK, not an address, address-malformed",
        "WEBHOOK, http://10.0.0.5:8080/x, ",
        "DINGTALK, http://10.0.0.5:8080/x, ",
        "WEBHOOK, http://10.0.0.5/x, address-not-https",
        "WECOM, https://hooks.town.example/x, ",
    })
    void an_address_is_one_for_its_channel(Channel channel, String address, String fault) {
        assertEquals(fault, NAMED.fault(channel, address).orElse(null));
    }

    @ParameterizedTest
    @CsvSource({
        "1.1.1.1, true",
        "101.226.1.1, true",
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "100.128.0.1, true",
        "0.0.0.0, false",
        "198.18.0.1, false",
        "192.0.2.1, false",
        "224.0.0.1, false",
        "255.255.255.255, false",
        "::1, false",
        "::ffff:127.0.0.1, false",
        "fe80::1, false",
        "fd00::1, false",
        "64:ff9b::7f00:1, false",
        "2002:7f00:1::, false",
        "2001::1, false",
        "2408:8000::1, true",
    })
    void only_what_is_public_is_public(String address, boolean open) throws Exception {
        assertEquals(open, Destinations.isPublic(InetAddress.getByName(address)));
    }
}
