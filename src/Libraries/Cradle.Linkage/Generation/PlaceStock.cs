using System.Globalization;

namespace Cradle.Linkage.Generation;

/// <summary>An invented home: a county that exists, a street and numbers that need not.</summary>
internal sealed record Home(int Division, string Upper, string County, string Street, int Number, int Building, int Unit, int Door)
{
    public string Text(bool withUpper, string buildingWord) =>
        string.Create(CultureInfo.InvariantCulture, $"{(withUpper ? Upper : "")}{County}{Street}{Number}号{Building}{buildingWord}{Unit}单元{Door}室");
}

/// <summary>Places in which invented households live.</summary>
internal sealed class PlaceStock(Random random)
{
    private const string Words = "人民解放建设和平新华胜利光明中山长春吉林文化站前卫星南湖东风红旗青年工农兴安北京大同迎泽柳巷安宁西固团结友谊幸福康平学府滨河朝阳";
    private const int StreetsPerCounty = 240;
    private static readonly string[] Kinds = ["路", "街", "大街", "巷", "东路", "西路"];

    private static readonly (int Code, string Upper, string County)[] Counties =
    [
        (220102, "吉林省长春市", "南关区"), (220103, "吉林省长春市", "宽城区"), (220104, "吉林省长春市", "朝阳区"), (220105, "吉林省长春市", "二道区"),
        (220106, "吉林省长春市", "绿园区"), (220122, "吉林省长春市", "农安县"), (220182, "吉林省长春市", "榆树市"), (220183, "吉林省长春市", "德惠市"),
        (220202, "吉林省吉林市", "昌邑区"), (220204, "吉林省吉林市", "船营区"), (220302, "吉林省四平市", "铁西区"), (220322, "吉林省四平市", "梨树县"),
        (220402, "吉林省辽源市", "龙山区"), (220502, "吉林省通化市", "东昌区"), (220602, "吉林省白山市", "浑江区"), (220702, "吉林省松原市", "宁江区"),
        (220802, "吉林省白城市", "洮北区"), (222401, "吉林省延边朝鲜族自治州", "延吉市"), (140105, "山西省太原市", "小店区"), (140106, "山西省太原市", "迎泽区"),
        (140107, "山西省太原市", "杏花岭区"), (140109, "山西省太原市", "万柏林区"), (140212, "山西省大同市", "新荣区"), (140303, "山西省阳泉市", "矿区"),
        (140602, "山西省朔州市", "朔城区"), (140702, "山西省晋中市", "榆次区"), (140802, "山西省运城市", "盐湖区"), (141002, "山西省临汾市", "尧都区"),
        (620102, "甘肃省兰州市", "城关区"), (620103, "甘肃省兰州市", "七里河区"), (620104, "甘肃省兰州市", "西固区"), (620402, "甘肃省白银市", "白银区"),
        (620502, "甘肃省天水市", "秦州区"), (620602, "甘肃省武威市", "凉州区"), (621002, "甘肃省庆阳市", "西峰区"), (621021, "甘肃省庆阳市", "庆城县"),
    ];

    public Home Home()
    {
        var (code, upper, county) = Counties[random.Next(Counties.Length)];
        var street = random.Next(StreetsPerCounty);
        // Streets of a county differ, and bear the same names as in other counties.
        var name = $"{Words[street % (Words.Length / 2) * 2]}{Words[street % (Words.Length / 2) * 2 + 1]}{Kinds[street / (Words.Length / 2) % Kinds.Length]}";
        return new Home(code, upper, county, name, random.Next(1, 400), random.Next(1, 20), random.Next(1, 5), random.Next(1, 25) * 100 + random.Next(1, 5));
    }
}
