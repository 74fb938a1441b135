namespace ScimBridge.HiBobSimulator.Generation;

/// <summary>Names in the alphabets that a worldwide company meets.</summary>
internal static class Cultures
{
    public static Culture Nordic { get; } = new(
        "Nordic",
        surnameFirst: false,
        "Mara Søren Åse Bjørn Ingrid Håkon Sigrid Jørgen Astrid Øyvind Liv Magnus Þóra Kåre Solveig Gunnar Märta Törbjörn Eirik Ragnhild Frøya Sindre Tuva Pål",
        "Olsen Hansen Bjørnstad Ødegård Lindqvist Sørensen Håland Nygård Åkesson Berg Strøm Dahl Þorsteinsson Mäkinen Rønning Sæther Bråthen Aaberg Hägglund Moen Kjær Løkken Fosse Vik");

    public static Culture Western { get; } = new(
        "Western",
        surnameFirst: false,
        "Emma Oliver Zoë Lukas Léa François Noémie Jürgen Heike Clara Siobhán Pádraig Marlon Aaliyah Hannah Tyrone Renée Günther Chloë Anne-Marie Jean-Luc Priscilla Dwight Grace",
        "Smith O'Brien Müller Schäfer Lefèvre van_der_Berg Fischer Weiß Gagné MacLeod Johnson-Reed Dubois Hofmann Nguyen-Hart Taylor Böhm D'Angelo Ng Whitfield Okafor Castellanos Krüger de_la_Tour Baker");

    public static Culture Iberian { get; } = new(
        "Iberian",
        surnameFirst: false,
        "João Inês Tomás Conceição Gonçalo Beatriz José Begoña Iñaki Lucía Ángel Matías Aurélio Íris Simão Núria Raúl Ximena Estêvão Verónica",
        "Silva Conceição Gonçalves Araújo Peña Muñoz García_Lorca Brandão Falcão Simões Núñez Ibáñez Magalhães Etxeberria Valadão Sepúlveda dos_Santos Guimarães Estévez Lourenço");

    public static Culture Slavic { get; } = new(
        "Slavic",
        surnameFirst: false,
        "Łukasz Małgorzata Žofie Jiří Šárka Zdeněk Agnieszka Krzysztof Ľudmila Đorđe Željko Božena Wojciech Ondřej Gheorghiță Ștefan Ilze Jānis Žydrūnas Ana-Marija",
        "Wiśniewski Dvořák Novotná Šťastný Wójcik Kowalczyk Đorđević Žižka Łęcki Čapek Křížová Zieliński Țepeș Ozoliņš Žukauskas Horák Błaszczyk Hrušková Petrović Švejk");

    public static Culture Turkish { get; } = new(
        "Turkish",
        surnameFirst: false,
        "İpek Ayşe Çağrı Işıl Oğuz Şule Gökçe Ümit Yağmur Kıvanç Özlem Barış",
        "Yılmaz Öztürk Şahin Çelik Işık Doğan Güneş Kılıç Özgür İnan Aydın Şimşek");

    public static Culture Vietnamese { get; } = new(
        "Vietnamese",
        surnameFirst: false,
        "Ánh Dũng Hằng Khánh Ngọc Phượng Quỳnh Thảo Tuấn Yến Đức Hiếu",
        "Nguyễn Trần Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý");

    public static Culture Greek { get; } = new(
        "Greek",
        surnameFirst: false,
        "Γιώργος:giorgos Ελένη:eleni Νίκος:nikos Κατερίνα:katerina Δημήτρης:dimitris Σοφία:sofia Στέφανος:stefanos Χριστίνα:christina Αλέξανδρος:alexandros Ιωάννα:ioanna Θεοδώρα:theodora Οδυσσέας:odysseas",
        "Παπαδόπουλος:papadopoulos Γεωργίου:georgiou Νικολάου:nikolaou Κωνσταντίνου:konstantinou Οικονόμου:oikonomou Βασιλείου:vasileiou Αντωνίου:antoniou Μακρής:makris Καραγιάννης:karagiannis Σταύρου:stavrou Ζαχαρίου:zachariou Αθανασίου:athanasiou");

    public static Culture Ukrainian { get; } = new(
        "Ukrainian",
        surnameFirst: false,
        "Олена:olena Андрій:andrii Юлія:yuliia Тарас:taras Наталія:nataliia Богдан:bohdan Ірина:iryna Сергій:serhii Ганна:hanna Дмитро:dmytro Катерина:kateryna Їванна:yivanna Мілан:milan Олександра:oleksandra",
        "Шевченко:shevchenko Коваленко:kovalenko Бондаренко:bondarenko Ткаченко:tkachenko Кравчук:kravchuk Мельник:melnyk Ющенко:yushchenko Гриценко:hrytsenko Петренко:petrenko Єфименко:yefymenko Ґудзь:gudz Савчук:savchuk");

    public static Culture Arabic { get; } = new(
        "Arabic",
        surnameFirst: false,
        "محمد:mohammed فاطمة:fatima أحمد:ahmed ليلى:layla عمر:omar نور:nour خالد:khaled مريم:maryam يوسف:youssef هدى:huda طارق:tariq سارة:sara رنا:rana إبراهيم:ibrahim",
        "حداد:haddad المصري:elmasry العلي:alali منصور:mansour الخطيب:alkhatib نصار:nassar خوري:khoury السيد:elsayed بن_سعيد:binsaeed الهاشمي:alhashimi سليمان:suleiman قاسم:qasim");

    public static Culture Hebrew { get; } = new(
        "Hebrew",
        surnameFirst: false,
        "נועה:noa דוד:david תמר:tamar יעל:yael אורי:uri מיכל:michal איתן:eitan שירה:shira יונתן:yonatan רחל:rachel עידו:ido גליה:galia",
        "כהן:cohen לוי:levi מזרחי:mizrahi פרץ:peretz ביטון:biton אברהם:avraham פרידמן:friedman שפירא:shapira בן_דוד:bendavid גולן:golan רוזנברג:rosenberg אלון:alon");

    public static Culture Indian { get; } = new(
        "Indian",
        surnameFirst: false,
        "प्रिया:priya अर्जुन:arjun अनन्या:ananya राहुल:rahul दीपिका:deepika विक्रम:vikram सुनीता:sunita आदित्य:aditya मीरा:meera संजय:sanjay कविता:kavita रोहन:rohan ईशा:isha कृष्ण:krishna",
        "शर्मा:sharma पटेल:patel सिंह:singh गुप्ता:gupta नटराजन:natarajan देशमुख:deshmukh जोशी:joshi चटर्जी:chatterjee अय्यर:iyer मिश्रा:mishra कुलकर्णी:kulkarni वर्मा:verma");

    public static Culture Chinese { get; } = new(
        "Chinese",
        surnameFirst: true,
        "伟:wei 芳:fang 秀英:xiuying 敏:min 静:jing 强:qiang 磊:lei 洋:yang 艳:yan 杰:jie 晓明:xiaoming 雪梅:xuemei 子涵:zihan 宇轩:yuxuan 欣怡:xinyi 龘:da",
        "王:wang 李:li 张:zhang 刘:liu 陈:chen 杨:yang 黄:huang 赵:zhao 吴:wu 周:zhou 欧阳:ouyang 司马:sima 诸葛:zhuge 吕:lv");

    public static Culture Japanese { get; } = new(
        "Japanese",
        surnameFirst: true,
        "太郎:taro 花子:hanako さくら:sakura 健太:kenta 美咲:misaki 翔太:shota 結衣:yui 大輔:daisuke ひなた:hinata 陽子:yoko 直樹:naoki マリア:maria 蓮:ren 葵:aoi",
        "佐藤:sato 鈴木:suzuki 高橋:takahashi 田中:tanaka 渡辺:watanabe 伊藤:ito 𠮷田:yoshida 小林:kobayashi 斎藤:saito 齋藤:saito 髙橋:takahashi 山本:yamamoto 中村:nakamura 森:mori");

    public static Culture Korean { get; } = new(
        "Korean",
        surnameFirst: true,
        "민준:minjun 서연:seoyeon 지훈:jihun 수빈:subin 현우:hyunwoo 지민:jimin 예은:yeeun 도윤:doyun 하은:haeun 성호:seongho 유진:yujin 태현:taehyun",
        "김:kim 이:lee 박:park 최:choi 정:jung 강:kang 조:cho 윤:yoon 장:jang 임:lim 남궁:namgung 황보:hwangbo");

    public static Culture Thai { get; } = new(
        "Thai",
        surnameFirst: false,
        "สมชาย:somchai สุดา:suda อนงค์:anong ประเสริฐ:prasert มาลี:malee กิตติ:kitti นภา:napa ธนากร:thanakorn พิมพ์ชนก:pimchanok วิชัย:wichai ศิริพร:siriporn ณัฐพล:natthaphon",
        "สุขใจ:sukjai ศรีสุวรรณ:srisuwan ทองดี:thongdee แก้วมณี:kaewmanee วงศ์สว่าง:wongsawang จันทร์เพ็ญ:chanpen บุญมี:boonmee รัตนกุล:rattanakul ชัยชนะ:chaichana เจริญสุข:charoensuk");
}
