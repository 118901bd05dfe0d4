namespace Cradle.Primitives.Tests;

public class DivisionCatalogueTests
{
    private static readonly DivisionCatalogue Catalogue = DivisionCatalogue.Load(Repository.PathOf("data", "divisions"));

    [Theory]
    [InlineData("14", 11, 117)]
    [InlineData("22", 9, 60)]
    [InlineData("62", 14, 86)]
    public void A_province_has_all_its_prefectures_and_counties(string province, int prefectures, int counties)
    {
        var code = DivisionCode.Parse(province);
        Assert.Equal(prefectures, Catalogue.Children(code).Count());
        Assert.Equal(counties, Catalogue.Children(code).Sum(p => Catalogue.Children(p.Code).Count()));
    }

    [Fact]
    public void The_nation_has_34_provinces_with_distinct_abbreviations()
    {
        var provinces = Catalogue.Children(DivisionCode.Nation).ToList();
        Assert.Equal(34, provinces.Count);
        Assert.Equal(34, provinces.Select(p => p.Abbreviation).Where(a => a.Length == 1).Distinct().Count());
    }

    [Theory]
    [InlineData("220104", "吉林省长春市朝阳区", "Chaoyang District, Changchun City, Jilin Province")]
    [InlineData("2202", "吉林省吉林市", "Jilin City, Jilin Province")]
    [InlineData("140213", "山西省大同市平城区", "Pingcheng District, Datong City, Shanxi Province")]
    [InlineData("623001", "甘肃省甘南藏族自治州合作市", "Hezuo City, Gannan Tibetan Autonomous Prefecture, Gansu Province")]
    [InlineData("00", "全国", "China")]
    public void A_full_name_leads_from_the_province_to_the_place(string code, string zh, string en)
    {
        Assert.Equal(zh, Catalogue.FullNameZh(DivisionCode.Parse(code)));
        Assert.Equal(en, Catalogue.FullNameEn(DivisionCode.Parse(code)));
    }

    [Fact]
    public void A_code_that_is_not_on_file_has_no_name()
    {
        Assert.Null(Catalogue.Find(DivisionCode.Parse("220181")));
        Assert.Null(Catalogue.FullNameZh(DivisionCode.Parse("220181")));
        Assert.False(Catalogue.TryFind(DivisionCode.Parse("110105"), out _));
    }

    [Theory]
    [InlineData("吉林", "22")]
    [InlineData("吉", "22")]
    [InlineData("吉林市", "2202")]
    [InlineData("changchun", "2201")]
    [InlineData("兰州", "6201")]
    [InlineData("朝阳区", "220104")]
    [InlineData("朝阳", "220104")]
    [InlineData("甘肃 城关", "620102")]
    [InlineData("延边", "2224")]
    [InlineData("山西 城区", "140302")]
    public void A_search_finds_the_place_meant_first(string text, string first) =>
        Assert.Equal(DivisionCode.Parse(first), Catalogue.Search(text)[0].Code);

    [Fact]
    public void A_search_for_a_name_borne_twice_gives_both_and_a_place_above_settles_it()
    {
        Assert.Equal(["140302", "140502"], Catalogue.Search("城区").Take(2).Select(d => d.Code.ToString()));
        Assert.Equal("140502", Assert.Single(Catalogue.Search("晋城 城区")).Code.ToString());
        Assert.Empty(Catalogue.Search("不存在的地方"));
        Assert.Empty(Catalogue.Search("  "));
        Assert.Empty(Catalogue.Search("吉林 城关"));
    }

    [Theory]
    [InlineData("220381", "220184")] // 公主岭 moved from Siping to Changchun in 2020
    [InlineData("220181", "220113")] // 九台
    [InlineData("220125", "220112")] // 双阳
    [InlineData("140211", "140213 140214")] // 南郊区 of Datong was divided in 2018
    [InlineData("140202", "140213")]
    [InlineData("140227", "140215")]
    [InlineData("140411", "140403")]
    [InlineData("140481", "140406")]
    [InlineData("140726", "140703")] // 太谷
    [InlineData("620824", "620881")] // 华亭
    [InlineData("142202", "140981")] // 原平 under the Xinzhou prefecture of before 2000
    [InlineData("142224", "140981")] // … and as a county before 1993: two steps
    [InlineData("622126", "620922")] // 安西县, renumbered in 2002, renamed 瓜州 and renumbered in 2006
    [InlineData("622526", "621226")] // 礼县: Tianshui, then Longnan in 1985, then renumbered in 2004
    [InlineData("222621", "220184")] // 怀德县 of 1983, today 公主岭: five steps
    [InlineData("220602", "220602")] // renamed only
    public void A_code_no_longer_used_leads_to_todays_division(string old, string today) =>
        Assert.Equal(today, string.Join(' ', Catalogue.Today(DivisionCode.Parse(old)).Select(d => d.Code)));

    [Fact]
    public void A_code_never_on_file_leads_nowhere() => Assert.Empty(Catalogue.Today(DivisionCode.Parse("229999")));

    [Fact]
    public void A_change_tells_its_date_as_far_as_it_is_known()
    {
        var change = Assert.Single(Catalogue.ChangesOf(DivisionCode.Parse("220381")));
        Assert.Equal((new DateOnly(2020, 6, 1), DatePrecision.Month), (change.Date, change.Precision));
        Assert.Equal("公主岭市", change.OldNameZh);
    }

    [Fact]
    public void Every_code_that_ended_leads_to_a_division_in_use()
    {
        foreach (var change in Catalogue.Changes)
        {
            var today = Catalogue.Today(change.OldCode);
            Assert.NotEmpty(today);
            Assert.All(today, d => Assert.Equal(change.OldCode.Province, d.Code.Province));
        }
    }

    [Fact]
    public void No_code_in_use_is_said_to_have_ended() =>
        Assert.DoesNotContain(Catalogue.Changes, change => change.NewCode != change.OldCode && Catalogue.Find(change.OldCode) is not null);

    [Fact]
    public void Every_seat_of_a_prefecture_is_one_of_its_counties()
    {
        var prefectures = Catalogue.All.Where(d => d.Code.Level == DivisionLevel.Prefecture && d.SeatZh.Length > 0).ToList();
        Assert.Equal(33, prefectures.Count); // 34 prefectures, of which 嘉峪关 has no counties
        Assert.All(prefectures, p => Assert.Contains(p.SeatZh, Catalogue.Children(p.Code).Select(c => c.NameZh)));
    }

    [Fact]
    public void Every_division_has_names_in_both_languages() =>
        Assert.All(Catalogue.All, d =>
        {
            Assert.Matches(@"^\p{IsCJKUnifiedIdeographs}+$", d.NameZh);
            Assert.Matches(@"^[A-Z][A-Za-zêüô', ]+$", d.NameEn);
            Assert.StartsWith(d.ShortZh[..1], d.NameZh, StringComparison.Ordinal);
        });

    [Fact]
    public void Managed_areas_lie_in_divisions_on_file()
    {
        var area = Assert.Single(Catalogue.ManagedAreas, a => a.NameZh == "兰州新区");
        Assert.Equal(["620121", "620122"], area.Within.Select(c => c.ToString()));
        Assert.All(Catalogue.ManagedAreas, a => Assert.All(a.Within, code => Assert.NotNull(Catalogue.Find(code))));
    }

    [Theory]
    [InlineData("22-x.csv", "code,name_zh,name_en,short_zh,abbreviation,seat_zh\n2201,甲,A,甲,,\n", "not listed before")]
    [InlineData("22-x.csv", "code,name_zh,name_en,short_zh,abbreviation,seat_zh\n22,甲,A,甲,,\n22,乙,B,乙,,\n", "listed twice")]
    [InlineData("22-x.csv", "code,name_zh,name_en,short_zh,abbreviation,seat_zh\n2x,甲,A,甲,,\n", "not a division code")]
    [InlineData("changes.csv", "old_code,old_name_zh,new_code,date,precision,note\n2201,甲,2202,2020-01-01,day,\n", "neither in use")]
    [InlineData("changes.csv", "old_code,old_name_zh,new_code,date,precision,note\n2201,甲,2201,2020-01-01,week,\n", "not day, month or year")]
    [InlineData("managed-areas.csv", "id,name_zh,name_en,within,note\nx,甲,A,99,\n", "not a division code")]
    [InlineData("managed-areas.csv", "id,name_zh,name_en,within,note\nx,甲,A,2201,\n", "not on file")]
    public void A_bad_line_is_named_with_its_file(string file, string text, string problem)
    {
        var folder = Directory.CreateTempSubdirectory("cradle-divisions-");
        try
        {
            File.WriteAllText(Path.Combine(folder.FullName, "changes.csv"), "old_code,old_name_zh,new_code,date,precision,note\n");
            File.WriteAllText(Path.Combine(folder.FullName, "managed-areas.csv"), "id,name_zh,name_en,within,note\n");
            File.WriteAllText(Path.Combine(folder.FullName, file), text);
            var error = Assert.Throws<ReferenceDataException>(() => DivisionCatalogue.Load(folder.FullName));
            Assert.Equal(file, error.File);
            Assert.Contains(problem, error.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
