package io.guatu.sheet;

/** The traditional signs of the words that lists are read by, as they stand in our tables. Names keep the signs that they have. */
final class Traditional {
    private static final String SIGNS = "萬與業書產畝億會體儲關內農決況準劃別務動單衛縣號園國備頭實層屬庫開當徵態總掃報擬掛數時機權條標橋"
            + "氣匯彙汙測濟點狀環現電療監碼礦積稱築類級納線終經結統續綠編網聯節獲規計議記許設證話說調謀負責質購"
            + "貿費資賦車進裡裏鐵鍵鎮門問間階際難項頃預領題額驗鄉處場復複協製辦歷區個係導錄遊約廠黨審";
    private static final String SIMPLE = "万与业书产亩亿会体储关内农决况准划别务动单卫县号园国备头实层属库开当征态总扫报拟挂数时机权条标桥"
            + "气汇汇污测济点状环现电疗监码矿积称筑类级纳线终经结统续绿编网联节获规计议记许设证话说调谋负责质购"
            + "贸费资赋车进里里铁键镇门问间阶际难项顷预领题额验乡处场复复协制办历区个系导录游约厂党审";

    private Traditional() {}

    static String simplified(String text) {
        StringBuilder simple = new StringBuilder(text);
        for (int i = 0; i < text.length(); i++) {
            int at = SIGNS.indexOf(text.charAt(i));
            if (at >= 0) {
                simple.setCharAt(i, SIMPLE.charAt(at));
            }
        }
        return simple.toString();
    }
}
