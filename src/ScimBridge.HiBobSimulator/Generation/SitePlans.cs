namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>The offices of Fjordline. Phone numbers use ranges that are kept for fiction, or zeros, where a country has such.</summary>
internal static class SitePlans
{
    /// <summary>Legal employers by id.</summary>
    public static IReadOnlyList<(long Id, string Name)> Employers { get; } =
    [
        (4400101, "Fjordline AS"), (4400102, "Fjordline Europe Lda"), (4400103, "Fjordline Inc."), (4400104, "Fjordline MENA FZ-LLC"),
        (4400105, "Fjordline India Pvt Ltd"), (4400106, "Fjordline Asia Pte Ltd"), (4400107, "フィヨルドライン株式会社"),
    ];

    public static IReadOnlyList<SitePlan> All { get; } =
    [
        Plan(2700101, "Oslo", "Dronning Eufemias gate 8", null, "Oslo", null, "0191", "Norway", 22, Cultures.Nordic, 4400101,
            "+47 22 00 ## ##", "+47 900 00 ###", "0###", ["Oslo", "Bærum", "Lillestrøm", "Ås"], ["Bøkeveien", "Storgata", "Åsveien", "Kirkegata"]),
        Plan(2700102, "Porto", "Rua de Santa Catarina 312", "3.º Esq.", "Porto", null, "4000-443", "Portugal", 9, Cultures.Iberian, 4400102,
            "+351 22 000 ####", "+351 910 000 ###", "4###-###", ["Porto", "Gaia", "Matosinhos"], ["Rua das Flores", "Travessa do Carmo", "Rua da Constituição"]),
        Plan(2700103, "London", "1 Finsbury Avenue", "Floor 6", "London", null, "EC2M 2PF", "United Kingdom", 9, Cultures.Western, 4400102,
            "+44 20 7946 0###", "+44 7700 900###", "SE# #@@", ["London", "Croydon", "Watford"], ["High Street", "Mill Lane", "Victoria Road"], numberFirst: true),
        Plan(2700104, "Berlin", "Köpenicker Straße 122", null, "Berlin", null, "10179", "Germany", 7, Cultures.Western, 4400102,
            "+49 30 23125 ###", "+49 1511 000 ###", "1####", ["Berlin", "Potsdam", "Königs Wusterhausen"], ["Lindenstraße", "Großbeerenstraße", "Am Mühlenweg"]),
        Plan(2700105, "Warszawa", "ul. Świętokrzyska 18", null, "Warszawa", null, "00-052", "Poland", 6, Cultures.Slavic, 4400102,
            "+48 22 000 ## ##", "+48 600 000 ###", "0#-###", ["Warszawa", "Łódź", "Piaseczno"], ["ul. Długa", "ul. Żwirki", "al. Róż"]),
        Plan(2700106, "Αθήνα", "Λεωφόρος Συγγρού 80", null, "Αθήνα", null, "117 42", "Greece", 4, Cultures.Greek, 4400102,
            "+30 21 0000 ####", "+30 690 000 ####", "1## ##", ["Αθήνα", "Πειραιάς"], ["Οδός Ερμού", "Οδός Αθηνάς"]),
        Plan(2700107, "Київ", "вул. Хрещатик 22", null, "Київ", null, "01001", "Ukraine", 6, Cultures.Ukrainian, 4400102,
            "+380 44 000 ####", "+380 50 000 ####", "0####", ["Київ", "Львів", "Бровари"], ["вул. Шевченка", "вул. Лесі Українки"]),
        Plan(2700108, "İstanbul", "Büyükdere Caddesi 199", null, "İstanbul", "Şişli", "34394", "Turkey", 4, Cultures.Turkish, 4400104,
            "+90 212 000 ####", "+90 530 000 ####", "34###", ["İstanbul", "İzmit"], ["Çınar Sokak", "Bağdat Caddesi"]),
        Plan(2700109, "Tel Aviv", "שדרות רוטשילד 45", null, "תל אביב", null, "6578401", "Israel", 4, Cultures.Hebrew, 4400104,
            "+972 3 000 ####", "+972 55 500 ####", "6######", ["תל אביב", "חיפה", "רמת גן"], ["רחוב הרצל", "רחוב דיזנגוף"]),
        Plan(2700110, "Dubai", "شارع الشيخ زايد", "برج 3", "دبي", null, null, "United Arab Emirates", 5, Cultures.Arabic, 4400104,
            "+971 4 000 ####", "+971 50 000 ####", "", ["دبي", "الشارقة"], ["شارع الوصل", "شارع الجميرا"]),
        Plan(2700111, "Mumbai", "बांद्रा कुर्ला कॉम्प्लेक्स, G ब्लॉक", null, "मुंबई", "महाराष्ट्र", "400051", "India", 10, Cultures.Indian, 4400105,
            "+91 22 0000 ####", "+91 90000 0####", "400###", ["मुंबई", "पुणे", "ठाणे"], ["महात्मा गांधी मार्ग", "लिंक रोड"]),
        Plan(2700112, "上海", "南京西路1266号", "恒隆广场38楼", "上海", null, "200040", "China", 7, Cultures.Chinese, 4400106,
            "+86 21 0000 ####", "+86 130 0000 ####", "200###", ["上海", "苏州"], ["淮海中路", "延安西路"]),
        Plan(2700113, "東京", "千代田区丸の内1-9-2", "グラントウキョウ22階", "東京", "東京都", "100-0005", "Japan", 6, Cultures.Japanese, 4400107,
            "+81 3 0000 ####", "+81 90 0000 ####", "1##-####", ["東京", "横浜", "川崎"], ["港区芝公園", "世田谷区三軒茶屋"]),
        Plan(2700114, "서울", "강남구 테헤란로 152", null, "서울", null, "06236", "South Korea", 4, Cultures.Korean, 4400106,
            "+82 2 000 ####", "+82 10 0000 ####", "0####", ["서울", "성남"], ["마포대로", "올림픽로"]),
        Plan(2700115, "กรุงเทพฯ", "ถนนสุขุมวิท 21", "ชั้น 14", "กรุงเทพมหานคร", null, "10110", "Thailand", 3, Cultures.Thai, 4400106,
            "+66 2 000 ####", "+66 80 000 ####", "10###", ["กรุงเทพมหานคร", "นนทบุรี"], ["ถนนสีลม", "ถนนพระราม 4"]),
        Plan(2700116, "New York", "240 West 37th Street", "Suite 900", "New York", "NY", "10018", "United States", 9, Cultures.Western, 4400103,
            "+1 212 555 01##", "+1 917 555 01##", "100##", ["New York", "Brooklyn", "Queens"], ["Maple Avenue", "5th Street", "Ocean Parkway"], "NY", true),
        Plan(2700117, "Austin", "500 W 2nd St", null, "Austin", "TX", "78701", "United States", 5, Cultures.Western, 4400103,
            "+1 512 555 01##", "+1 737 555 01##", "787##", ["Austin", "Round Rock"], ["Lamar Boulevard", "Barton Creek Drive"], "TX", true),
        Plan(2700118, "Hà Nội", "54 Liễu Giai", "Tầng 11", "Hà Nội", null, "11112", "Vietnam", 3, Cultures.Vietnamese, 4400106,
            "+84 24 0000 ####", "+84 90 000 ####", "11###", ["Hà Nội"], ["Phố Huế", "Đường Láng"]),
    ];

    private static SitePlan Plan(
        long id,
        string name,
        string address1,
        string? address2,
        string city,
        string? state,
        string? postalCode,
        string country,
        int weight,
        Culture local,
        long employerId,
        string workPhone,
        string mobile,
        string postalPattern,
        string[] cities,
        string[] streets,
        string? homeState = null,
        bool numberFirst = false) => new(
            new Site(id, name, address1, address2, city, state, postalCode, country),
            weight,
            local,
            employerId,
            workPhone,
            mobile,
            postalPattern,
            homeState,
            cities,
            streets,
            numberFirst);
}
