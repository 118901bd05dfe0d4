using System.Net;
using System.Text;
using Cradle.Modules.Tests.Access;
using Cradle.Platform.Tables;

namespace Cradle.Modules.Tests.Governance;

/// <summary>What the office of a place does beside the ledger, by pages and without scripts. Taiyuan, so that the story of Changchun's matrix stays its own.</summary>
public class OfficePageTests(CradleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/governance/measures", "列入", "RuleDueOn", "离今天太远", "Document=002", "Clause=10", "Title=补助", "OwnerUnit=市卫健委", "RuleDueOn=9999-01-01")]
    [InlineData("/governance/measures", "列入", "Clause", "没有“99”这一条", "Document=002", "Clause=99", "Title=补助", "OwnerUnit=市卫健委")]
    [InlineData("/governance/meetings", "设立", "Since", "离今天太远", "Name=小组", "Since=1999-01-01", "members=市卫健委")]
    [InlineData("/governance/research", "提出", "DueOn", "离今天太远", "Title=预测", "Institute=研究所", "DataAsked=县区", "DueOn=9999-12-31")]
    [InlineData("/governance/research", "提出", "DueOn", "已经过了", "Title=预测", "Institute=研究所", "DataAsked=县区", "DueOn=2026-02-28")]
    [InlineData("/governance/filings?division=140105", "报备", "Clause", "没有“99”这一条", "Title=办法", "Clause=002/99", "Required=正文", "Enclosed=正文")]
    [InlineData("/governance/units", "记下合并", "Until", "离今天太远", "Unit=市旧局", "Successor=市卫健委", "Until=1999-01-01")]
    [InlineData("/governance/units", "记下合并", "Successor", "不能并入自己", "Unit=市旧局", "Successor=市旧局", "Until=2026-01-31")]
    [InlineData("/governance/units", "添加", "Name", "里有顿号", "Name=市甲局、市乙局")]
    [InlineData("/governance/measures", "列入", "RuleDueOn", "不是有效的内容", "Document=002", "Clause=10", "Title=补助", "OwnerUnit=市卫健委", "RuleDueOn=2026-02-30")]
    [InlineData("/governance/rhythm", "保存", "SilentTaskMonths", "不是有效的内容", "SilentTaskMonths=一年")]
    [InlineData("/governance/tasks/new", "添加并下达", "Number", "不是有效的内容", "Document=own", "Number=甲", "Part=一、服务", "Title=任务", "Units=市卫健委牵头")]
    [InlineData("/governance/tasks/new", "添加并下达", "Deadline", "看不懂", "Document=own", "Part=一、服务", "Title=任务", "Units=市卫健委牵头", "Deadline=9999年底")]
    [InlineData("/governance/tasks/new", "添加并下达", "Deadline", "离今天太远", "Document=own", "Part=一、服务", "Title=任务", "Units=市卫计委牵头", "Deadline=2099年底")]
    [InlineData("/governance/tasks/new", "添加并下达", "Units", "没有“市卫计委”", "Document=own", "Part=一、服务", "Title=任务", "Units=市卫计委牵头", "Deadline=2099年底")]
    public async Task What_nobody_can_mean_is_told_at_its_field(string path, string button, string field, string says, params string[] entries)
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await AddUnitsAsync(office);
        var page = await office.PressAsync(await office.OpenAsync(path), button, [.. entries.Select(entry => (entry[..entry.IndexOf('=', StringComparison.Ordinal)], entry[(entry.IndexOf('=', StringComparison.Ordinal) + 1)..]))]);
        Assert.Contains(says, page.Document.QuerySelector($"#{field}-err")?.TextContent ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_full_width_digits_is_read_and_the_page_stays_with_the_place_of_the_form()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var saved = await office.PressAsync(await office.OpenAsync("/governance/rhythm?division=140105"), "保存", ("SilentTaskMonths", "１２"), ("AheadDays", " 7 "));
        Assert.Contains("12 个月", saved.Text, StringComparison.Ordinal);
        Assert.Contains("7 天", saved.Text, StringComparison.Ordinal);
        Assert.EndsWith("division=140105", saved.Address.Query, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_spelling_that_is_another_units_is_told_in_words_and_a_table_with_things_to_mend_says_that_nothing_was_written()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await AddUnitsAsync(office);
        var taken = await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", "市某局"), ("Aliases", "市公安局"));
        Assert.Contains("已经有了：市公安局（市公安局）", taken.Text, StringComparison.Ordinal);
        var import = await office.OpenAsync("/governance/import");
        var wrong = await office.UploadAsync(import, "Import", "a.csv", Encoding.UTF8.GetBytes("序号,主要任务,责任单位,完成时限\n1,甲,市卫健委牵头负责,2099年底\n"), ("Document", "far"));
        Assert.Contains("什么都没有写入", wrong.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("第2行", wrong.Text, StringComparison.Ordinal);
        var unreadable = await office.UploadAsync(import, "Read", "a.xlsx", "no workbook"u8.ToArray());
        Assert.Contains("文件读不出来", unreadable.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第0行", unreadable.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Units_meetings_and_a_task_by_hand()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await AddUnitsAsync(office);
        var units = await office.OpenAsync("/governance/units");
        Assert.Contains("已经有了：市卫健委", (await office.PressAsync(units, "添加", ("Name", "市卫健委"))).Text, StringComparison.Ordinal);
        units = await office.PressAsync(units, "记下写法", ("Unit", "市卫健委"), ("Alias", "市卫生健康委"));
        Assert.Contains("市卫生健康委", units.Text, StringComparison.Ordinal);
        Assert.Contains("名录里没有“市教委”", (await office.PressAsync(units, "记下合并", ("Unit", "市旧局"), ("Successor", "市教委"), ("Until", "2026-01-31"))).Text, StringComparison.Ordinal);
        units = await office.PressAsync(units, "记下合并", ("Unit", "市旧局"), ("Successor", "市教育局"), ("Until", "2026-01-31"));
        Assert.Contains("用到 2026-01-31，后为 市教育局", units.Text, StringComparison.Ordinal);
        Assert.Contains("请写撤销的理由", (await office.PressAsync(units, "撤销合并", ("Unit", "市旧局"))).Document.QuerySelector("#Reason-err")!.TextContent, StringComparison.Ordinal);
        units = await office.PressAsync(units, "撤销合并", ("Unit", "市旧局"), ("Reason", "登记错了"));
        Assert.DoesNotContain("后为 市教育局", units.Text, StringComparison.Ordinal);

        // a body, a meeting, a resolution that is a task
        var bodies = await office.OpenAsync("/governance/meetings");
        Assert.Contains("请写名称", (await office.PressAsync(bodies, "设立", ("members", "市卫健委"))).Text, StringComparison.Ordinal);
        var body = await office.PressAsync(bodies, "设立", ("Name", "人口领导小组"), ("Since", "2026-01-05"), ("members", "市卫健委"), ("members", "市教育局"));
        Assert.StartsWith("/governance/meetings/", body.Path, StringComparison.Ordinal);
        Assert.Contains("没有“市教委”", (await office.PressAsync(body, "记录会议", ("HeldOn", "2026-02-20"), ("Minutes", "听取汇报"), ("Texts[0]", "甲"), ("Owing[0]", "市教委"), ("Days[0]", "2026-02-28"))).Document.QuerySelector("#Owing_0_-err")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("议定事项要写明承办单位", (await office.PressAsync(body, "记录会议", ("HeldOn", "2026-02-20"), ("Minutes", "听取汇报"), ("Texts[0]", "印发托育补助办法"), ("Days[0]", "2026-02-28"))).Text, StringComparison.Ordinal);
        var early = await office.PressAsync(body, "记录会议", ("HeldOn", "2026-02-20"), ("Minutes", "听取汇报"), ("Texts[0]", "甲"), ("Owing[0]", "市卫健委"), ("Days[0]", "2026-02-28"), ("Texts[1]", "乙"), ("Owing[1]", "市卫健委"), ("Days[1]", "2026-02-19"));
        Assert.Contains("早于会议日期", early.Document.QuerySelector("#Days_1_-err")!.TextContent, StringComparison.Ordinal);
        body = await office.PressAsync(body, "记录会议", ("HeldOn", "2026-02-20"), ("Minutes", "听取汇报"), ("Texts[0]", "印发托育补助办法"), ("Owing[0]", "市卫健委"), ("Days[0]", "2026-02-28"));
        Assert.Contains("0.0%", body.Text, StringComparison.Ordinal);
        Assert.Contains("逾期 1 项", body.Text, StringComparison.Ordinal);
        var task = await office.OpenAsync(body.Document.QuerySelector("main table a")!.GetAttribute("href")!);
        Assert.Contains("已下达，待签收", task.Text, StringComparison.Ordinal);
        body = await office.PressAsync(await office.OpenAsync(body.Path), "退出", ("Unit", "市教育局"), ("Last", "2026-03-01"));
        Assert.Contains("至 2026-03-01", body.Text, StringComparison.Ordinal);

        // a task by hand is read as a row of a table is; its milestone
        var entry = await office.OpenAsync("/governance/tasks/new");
        var wrong = await office.SendAsync(entry, ("Document", "own"), ("Part", "一、服务"), ("Title", "建设托育中心"), ("Units", "市卫建委牵头负责"));
        Assert.Contains("是不是市卫健委", wrong.Text, StringComparison.Ordinal);
        task = await office.SendAsync(entry, ("Document", "own"), ("Part", "一、服务"), ("Title", "建设托育中心"), ("Units", "市卫健委牵头，市教育局按职责分工负责"), ("Deadline", "２０２６年１１月底"));
        Assert.Equal("1. 建设托育中心", task.Heading);
        Assert.Contains("2026-11-30", task.Text, StringComparison.Ordinal);
        task = await office.PressAsync(task, "加一个步骤", ("Step", "选址"), ("StepBy", "2026-06-30"));
        Assert.DoesNotContain("这一步完成了", task.Text, StringComparison.Ordinal);   // no unit has signed
        task = await office.PressAsync(task, "代签", ("SignReason", "该委还没有账号"));
        task = await office.PressAsync(task, "这一步完成了");
        Assert.Contains("2026-03-01 完成", task.Text, StringComparison.Ordinal);
        await AssertHiddenAsync(body.Path, task.Path);
    }

    [Fact]
    public async Task Measures_filings_provisions_and_complaints()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var supervisor = await People.AsAsync(site, "taiyuan.supervisor");
        await AddUnitsAsync(office);
        var list = await office.OpenAsync("/governance/measures");
        Assert.Contains("是不是市卫健委", (await office.PressAsync(list, "列入", ("Document", "002"), ("Clause", "10"), ("Title", "甲"), ("OwnerUnit", "市卫计委"))).Text, StringComparison.Ordinal);
        var measure = await office.FollowAsync(await office.PressAsync(list, "列入", ("Document", "002"), ("Clause", "10"), ("Title", "托育运营补助"), ("OwnerUnit", "市卫健委"), ("RuleDueOn", "2026-06-30")), "托育运营补助");
        Assert.Contains("还没有开通", measure.Text, StringComparison.Ordinal);
        Assert.Contains("请填日期", (await office.PressAsync(measure, "登记细则", ("Text", "补助细则"))).Text, StringComparison.Ordinal);
        measure = await office.PressAsync(measure, "登记细则", ("Text", "补助细则 并卫发〔2026〕1号"), ("Day", "2026-02-01"));
        measure = await office.PressAsync(measure, "开始施行", ("Day", "2026-03-01"));
        Assert.Contains("能，自 2026-03-01 起", measure.Text, StringComparison.Ordinal);
        Assert.Contains("已评估", (await office.PressAsync(measure, "记下评估", ("Text", "惠及 30 家"))).Text, StringComparison.Ordinal);

        var filing = await office.PressAsync(await office.OpenAsync("/governance/filings?division=140105"), "报备", ("Title", "太原市补助办法"), ("Clause", "002/10"), ("Required", "正文\n资金测算"), ("Enclosed", "正文"));
        Assert.DoesNotContain(filing.Document.QuerySelectorAll("main button"), button => button.TextContent.Contains("签收", StringComparison.Ordinal));   // whoever filed it does not receive it
        Assert.Contains("这一步要请另一个人", filing.Text, StringComparison.Ordinal);
        filing = await supervisor.PressAsync(await supervisor.OpenAsync(filing.Path), "签收");
        Assert.Contains("答复：条件还不满足：还缺：资金测算", filing.Text, StringComparison.Ordinal);
        Assert.Contains("请写明理由", (await supervisor.PressAsync(filing, "要求补正")).Document.QuerySelector("#Text-err")!.TextContent, StringComparison.Ordinal);
        await supervisor.PressAsync(filing, "要求补正", ("Text", "缺资金测算"));
        await office.PressAsync(await office.OpenAsync(filing.Path), "补正材料", ("Text", "资金测算"));
        Assert.Contains("已答复", (await supervisor.PressAsync(await supervisor.OpenAsync(filing.Path), "答复", ("Text", "同意备案"))).Text, StringComparison.Ordinal);

        var provisions = await office.OpenAsync("/governance/provisions");
        var lint = await office.PressAsync(provisions, "审查", ("Matter", "school"), ("Fields", "姓名\n计划生育证明"));
        Assert.Contains("1 栏要处理", lint.Text, StringComparison.Ordinal);
        var provision = await office.PressAsync(provisions, "登记", ("Document", "某区办法"), ("Clause", "第七条"), ("Owner", "市公安局"));
        foreach (var (step, field) in new[] { ("研判", ("Reason", "")), ("作出决定", ("Reason", "与条例不符")), ("已修改或废止", ("Proof", "并政发〔2026〕3号")), ("公布", ("Reason", "")) })
            provision = await office.PressAsync(provision, step, field);
        Assert.Contains("已核实", (await supervisor.PressAsync(await supervisor.OpenAsync(provision.Path), "核实通过")).Text, StringComparison.Ordinal);

        var complaint = await office.PressAsync(await office.OpenAsync("/governance/complaints"), "登记并转办", ("Matter", "school"), ("Institution", "某小学"), ("What", "入学要求计划生育证明"), ("AnswerBy", "2026-03-20"));
        Assert.Contains("市教育局", complaint.Text, StringComparison.Ordinal);
        complaint = await office.PressAsync(complaint, "作出处理", ("Text", "责令删除"));
        complaint = await office.PressAsync(complaint, "已纠正");
        Assert.Contains("办结：上一步是您办的", complaint.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(complaint.Document.QuerySelectorAll("main button"), button => button.TextContent.Contains("办结", StringComparison.Ordinal));
        await AssertHiddenAsync(measure.Path, filing.Path, provision.Path, complaint.Path);
    }

    [Fact]
    public async Task An_assessment_from_the_template_to_the_notice_and_a_report_from_the_draft_to_the_compilation()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var supervisor = await People.AsAsync(site, "taiyuan.supervisor");
        var leader = await People.AsAsync(site, "taiyuan.leader");

        // the template holds the targets of the documents; the place weighs them
        var template = TableFile.Read(await (await leader.GetAsync("/governance/assessments?handler=Template")).Content.ReadAsByteArrayAsync(Stop), "a.xlsx").Table!;
        Assert.Contains(Enumerable.Range(0, template.Rows), row => template[row, 0] == "sx-affordable-share-2025" && template[row, 7] == "60");
        var page = await leader.OpenAsync("/governance/assessments");
        const string Headings = "编码,指标,条款,单位,权重,计分,方向,目标,来源\n";
        var wrong = await leader.UploadAsync(page, "Publish", "set.csv", Encoding.UTF8.GetBytes(Headings + "a,甲,,项,95,评分,,,自报\nb,乙,,项,五,评分,,,自报\n"), ("Name", "2026"), ("Year", "2026"));
        Assert.Contains("第3行：权重“五”不是数字", wrong.Text, StringComparison.Ordinal);
        wrong = await leader.UploadAsync(page, "Publish", "set.csv", Encoding.UTF8.GetBytes(Headings + "a,甲,,项,95,评分,,,自报\n"), ("Name", "2026"), ("Year", "2026"));
        Assert.Contains("权重合计 95", wrong.Text, StringComparison.Ordinal);
        var set = await leader.UploadAsync(page, "Publish", "set.csv", Encoding.UTF8.GetBytes(Headings + "share,普惠占比,002/一-2,percent,60,按比例,不低于,60,自报\nwork,工作质量,,分,40,评分,,,自报\n"), ("Name", "2026年考核"), ("Year", "2026"));
        var place = await office.OpenAsync(set.Document.QuerySelectorAll("main tbody th a").First(link => link.TextContent.Contains("小店区", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Contains("请写数据来源", (await office.PressAsync(place, "提交自评", ("Values[0]", "54"))).Text, StringComparison.Ordinal);
        place = await office.PressAsync(place, "提交自评", ("Values[0]", "54"), ("Sources[0]", "托育统计"), ("Values[1]", "90"), ("Sources[1]", "自评报告"));

        // 54 of 60 is 0.9 of 60 points = 54; 80 of 100 judged is 32 of 40: 86.00
        place = await supervisor.PressAsync(await supervisor.OpenAsync(place.Path), "评分", ("Values[1]", "80"));
        Assert.Contains("86.00 分", place.Text, StringComparison.Ordinal);
        await office.PressAsync(await office.OpenAsync(place.Path), "提出异议", ("Reason", "质量分偏低"));
        Assert.Contains("分是您评的", (await supervisor.OpenAsync(place.Path)).Text, StringComparison.Ordinal);
        var colleague = await People.AsAsync(site, "taiyuan.officer2");
        place = await colleague.OpenAsync(place.Path);
        Assert.Contains("超过 100", (await colleague.PressAsync(place, "异议成立", ("Values[1]", "850"), ("Reason", "复核"))).Document.QuerySelector("#Values_1_-err")!.TextContent, StringComparison.Ordinal);
        place = await colleague.PressAsync(place, "异议成立", ("Values[1]", "85"), ("Reason", "复核"));
        Assert.Contains("88.00 分", place.Text, StringComparison.Ordinal);
        Assert.Contains("第 1 版：86.00 分", place.Text, StringComparison.Ordinal);
        place = await leader.PressAsync(await leader.OpenAsync(place.Path), "审定");
        Assert.Contains("已通报", (await leader.PressAsync(place, "通报")).Text, StringComparison.Ordinal);

        // the report of a district: no document of the city sets a day, so the place enters it
        var own = await office.OpenAsync("/governance/reports?division=140106&year=2026");
        Assert.Contains("文件没有写报送期限", (await office.PressAsync(own, "生成")).Text, StringComparison.Ordinal);
        var report = await office.PressAsync(own, "生成", ("DueOn", "2026-12-31"));
        Assert.Contains("不是数字", (await office.PressAsync(report, "保存", ("Stated[1]", "五"))).Document.QuerySelector("#Stated_1_-err")!.TextContent, StringComparison.Ordinal);
        report = await office.PressAsync(report, "保存", ("Stated[0]", "５"));
        Assert.Contains("还没有说明，不能签发", report.Text, StringComparison.Ordinal);
        report = await office.PressAsync(report, "保存", ("Stated[0]", "5"), ("Whys[0]", "含街道自定"), ("Texts[0]", "全年平稳。"));
        report = await office.PressAsync(report, "保存，并重新取数", ("Texts[0]", "全年平稳有序。"));
        Assert.Contains("全年平稳有序", report.Text, StringComparison.Ordinal);
        report = await leader.PressAsync(await leader.OpenAsync(report.Path), "签发");
        report = await office.PressAsync(await office.OpenAsync(report.Path), "报送上级");
        Assert.Contains("全年平稳", (await office.OpenAsync(report.Path + "/print")).Text, StringComparison.Ordinal);
        var (first, again) = (await AnnexAsync(office, report), await AnnexAsync(office, report));
        Assert.Equal(first, again);
        Assert.Equal(await PrintAsync(office, report), await PrintAsync(office, report));   // the print page too, and for another reader
        Assert.Equal(await PrintAsync(office, report), await PrintAsync(leader, report));
        await supervisor.PressAsync(await supervisor.OpenAsync(report.Path), "接收");
        var compiled = await supervisor.OpenAsync("/governance/reports?year=2026");
        Assert.Contains("迎泽区", compiled.Document.QuerySelector("#in-time + ul")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await supervisor.GetAsync("/governance/reports?year=2026&handler=Compiled")).StatusCode);

        await AssertHiddenAsync(set.Path, place.Path, report.Path, report.Path + "/print");

        // an important matter
        var matters = await office.PressAsync(await office.OpenAsync("/governance/matters"), "上报", ("Title", "托育机构停业"), ("Day", "2026-02-27"), ("Text", "涉及 40 名儿童"));
        matters = await office.PressAsync(matters, "转办", ("unit", "市卫健委"));
        Assert.Contains("已转办", matters.Text, StringComparison.Ordinal);
        Assert.Contains("已知悉", (await leader.PressAsync(await leader.OpenAsync("/governance/matters"), "已知悉")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_reports_around_the_figures_of_the_ledger_and_nothing_it_wrote_is_lost()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var leader = await People.AsAsync(site, "taiyuan.leader");
        var set = await leader.UploadAsync(await leader.OpenAsync("/governance/assessments"), "Publish", "set.csv", Encoding.UTF8.GetBytes(
            "编码,指标,条款,单位,权重,计分,方向,目标,来源\nshare,普惠占比,002/一-2,percent,40,按比例,不低于,60,自报\nclosed,核销率,,percent,20,按比例,不低于,90,台账：核销率\nwork,工作质量,,分,40,评分,,,自报\n"), ("Name", "2027年考核"), ("Year", "2027"));
        var place = await office.OpenAsync(set.Document.QuerySelectorAll("main tbody th a").First(link => link.TextContent.Contains("小店区", StringComparison.Ordinal)).GetAttribute("href")!);
        Assert.Null(place.Document.QuerySelector("[name='Values[1]']"));
        place = await office.PressAsync(place, "提交自评", ("Values[0]", "54"), ("Sources[0]", "托育统计"), ("Values[2]", "91"), ("Sources[2]", "自评报告"));
        var rows = place.Document.QuerySelectorAll("#values ~ .frame tbody tr").Select(row => row.QuerySelector("td")!.TextContent).ToList();
        Assert.Equal(("54", "91"), (rows[0], rows[2]));
    }

    [Fact]
    public async Task A_commendation_from_the_call_to_the_public_list()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var supervisor = await People.AsAsync(site, "taiyuan.supervisor");
        var leader = await People.AsAsync(site, "taiyuan.leader");
        var calls = await leader.OpenAsync("/governance/commendations");
        Assert.Contains("请填公示天数", (await leader.PressAsync(calls, "发布", ("Name", "示范区"), ("Criteria", "制度健全"), ("OpensOn", "2026-03-01"), ("ClosesOn", "2026-03-31"))).Text, StringComparison.Ordinal);
        var call = await leader.PressAsync(calls, "发布", ("Name", "儿童友好示范区"), ("Criteria", "制度健全\n服务到位"), ("OpensOn", "2026-03-01"), ("ClosesOn", "2026-03-31"), ("NoticeDays", "7"));
        call = await office.PressAsync(await office.OpenAsync(call.Path), "申报", ("Applicant", "小店区"), ("Area", "140105"), ("Evidence", "总结"));
        Assert.Contains("小店区", call.Text, StringComparison.Ordinal);
        call = await supervisor.PressAsync(await supervisor.OpenAsync(call.Path), "核对材料");
        Assert.Contains("分数在 0 到 100 之间", (await supervisor.PressAsync(call, "评分", ("points", "120"))).Text, StringComparison.Ordinal);
        call = await supervisor.PressAsync(call, "评分", ("points", "90"));
        await leader.PressAsync(await leader.OpenAsync(call.Path), "公示");
        Assert.Contains("公示到 2026-03-08", (await new Reader(site).OpenAsync("/notices/commendations")).Text, StringComparison.Ordinal);
        await AssertHiddenAsync(call.Path);
        call = await leader.OpenAsync(call.Path);
        Assert.Contains("命名：公示到 2026-03-08", call.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(call.Document.QuerySelectorAll("main button"), button => button.TextContent.Contains("命名", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_is_handed_in_with_the_report_shown_with_its_hash_and_opened_by_the_checker()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await AddUnitsAsync(office);
        var task = await office.SendAsync(await office.OpenAsync("/governance/tasks/new"), ("Document", "papers"), ("Part", "一、服务"), ("Title", "校长轮岗"), ("Units", "市教育局牵头"), ("Deadline", "2026年11月底"));
        task = await office.PressAsync(task, "代签", ("SignReason", "该局还没有账号"));
        var program = Encoding.ASCII.GetBytes("MZ\0not a paper");
        var refused = await office.AttachAsync(task, "报进展", "Papers", "名单.exe", program, ("Text", "轮岗 40 人"));
        Assert.Contains("这里只收 PDF", refused.Document.QuerySelector("#Papers")!.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("轮岗 40 人", refused.Document.QuerySelector("#reports + ul")!.TextContent, StringComparison.Ordinal);

        var paper = Encoding.ASCII.GetBytes("%PDF-1.7\nforty headmasters");
        task = await office.AttachAsync(task, "报进展", "Papers", "轮岗名单.pdf", paper, ("Text", "轮岗 40 人"));
        var link = task.Document.QuerySelector("#proofs ~ ul a[href^='/files/']")!;
        Assert.Equal("轮岗名单.pdf", link.TextContent);
        Assert.Contains(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(paper)), task.Text, StringComparison.Ordinal);
        await office.PressAsync(task, "申请办结");

        var checker = await People.AsAsync(site, "taiyuan.supervisor");
        Assert.Contains("轮岗名单.pdf", (await checker.OpenAsync(task.Path)).Document.QuerySelector("fieldset")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(paper, await (await checker.GetAsync(link.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(Stop));
        Assert.Equal(HttpStatusCode.NotFound, (await (await People.AsAsync(site, "changchun.supervisor")).GetAsync(link.GetAttribute("href")!)).StatusCode);
    }

    [Fact]
    public async Task S73_an_organisation_serves_hours_are_confirmed_by_another_and_a_worker_on_the_ground_is_helped()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var supervisor = await People.AsAsync(site, "taiyuan.supervisor");
        var list = await office.OpenAsync("/governance/volunteers");
        Assert.Contains("请填写", (await office.PressAsync(list, "登记项目", ("Name", "假期陪伴"))).Text, StringComparison.Ordinal);
        await office.PressAsync(list, "登记项目", ("Organisation", "市妇联"), ("Name", "假期陪伴"), ("Function", "FamilyHelp"), ("withChildren", "true"));
        Assert.Contains("不要填身份证号", (await office.PressAsync(list, "登记志愿者", ("RegisterNumber", "11010519491231002X"))).Text, StringComparison.Ordinal);
        await office.PressAsync(list, "登记志愿者", ("RegisterNumber", "TY0001"));

        var project = await office.FollowAsync(await office.OpenAsync("/governance/volunteers"), "假期陪伴");
        Assert.Matches("还有 [1-9][0-9]* 名志愿者没有做过背景审查", project.Text);   // other tests register volunteers here too
        Assert.DoesNotContain(project.Document.QuerySelectorAll("[name=Volunteer] option"), option => option.TextContent == "TY0001");
        await office.PressAsync(list, "登记志愿者", ("RegisterNumber", "TY0001"), ("CheckedOn", "2026-02-01"));
        project = await office.OpenAsync(project.Path);
        project = await office.PressAsync(project, "安排", project.Option("Volunteer", "TY0001"));
        project = await office.PressAsync(project, "记下", ("Day", "2026-02-28"), ("Hours", "3"));
        Assert.Contains("确认 0 小时，待确认 3 小时", project.Text, StringComparison.Ordinal);
        Assert.Contains("登记人以外的人确认", (await office.PressAsync(project, "确认")).Text, StringComparison.Ordinal);
        project = await supervisor.PressAsync(await supervisor.OpenAsync(project.Path), "确认");
        Assert.Contains("确认 3 小时，待确认 0 小时", project.Text, StringComparison.Ordinal);

        var worker = await People.AsAsync(site, "taiyuan.frontline");
        var help = await worker.PressAsync(await worker.OpenAsync("/governance/help"), "提出", ("Function", "FamilyHelp"), ("What", "双职工家庭寒假看护"));
        Assert.Contains("等安排", help.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("双职工家庭寒假看护", (await office.PressAsync(await office.OpenAsync("/governance/volunteers"), "安排")).Document.QuerySelector("#asked + ul form")?.TextContent ?? "", StringComparison.Ordinal);
        help = await worker.PressAsync(await worker.OpenAsync("/governance/help"), "已经帮到");
        Assert.Contains("已办结", help.Text, StringComparison.Ordinal);

        project = await supervisor.PressAsync(await supervisor.OpenAsync(project.Path), "评估", ("Finding", "家长满意"));
        Assert.Contains("家长满意", project.Text, StringComparison.Ordinal);
        await AssertHiddenAsync(project.Path);
    }

    [Fact]
    public async Task S74_a_study_is_given_totals_and_its_report_leads_to_a_rule()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var leader = await People.AsAsync(site, "taiyuan.leader");
        var supervisor = await People.AsAsync(site, "taiyuan.supervisor");
        var list = await office.OpenAsync("/governance/research");
        Assert.Contains("请去掉：手机号", (await office.PressAsync(list, "提出", ("Title", "托位需求"), ("Institute", "某大学"), ("DataAsked", "县区\n手机号"))).Text, StringComparison.Ordinal);
        var topic = await office.PressAsync(list, "提出", ("Title", "托位需求"), ("Institute", "某大学"), ("DataAsked", "县区\n出生人数"), ("DueOn", "2026-12-31"));
        await leader.PressAsync(await leader.OpenAsync(topic.Path), "批准");
        topic = await office.OpenAsync(topic.Path);
        var personal = Encoding.UTF8.GetBytes("县区,姓名\n迎泽区,甲\n");
        Assert.Contains("请去掉含个人信息的栏：姓名", (await office.AttachAsync(topic, "提供数据", "Papers", "出生.csv", personal, ("Smallest", "5"))).Text, StringComparison.Ordinal);
        var totals = Encoding.UTF8.GetBytes("县区,出生人数\n迎泽区,4\n小店区,812\n");
        Assert.Contains("请填能公开的最小数", (await office.AttachAsync(topic, "提供数据", "Papers", "出生.csv", totals)).Text, StringComparison.Ordinal);
        topic = await office.AttachAsync(topic, "提供数据", "Papers", "出生.csv", totals, ("Smallest", "5"));
        var given = await (await leader.GetAsync(topic.Document.QuerySelector("main a[href^='/files/']")!.GetAttribute("href")!)).Content.ReadAsByteArrayAsync(Stop);
        var table = TableFile.Read(given, "数据.xlsx").Table!;
        Assert.Equal(["*", "812"], [table[1, 1], table[2, 1]]);   // 4 is below 5
        topic = await office.AttachAsync(topic, "登记报告", "Papers", "报告.pdf", Encoding.ASCII.GetBytes("%PDF-1.7\nstudy"), ("Text", "托位需求报告"));
        await supervisor.PressAsync(await supervisor.OpenAsync(topic.Path), "评审通过");
        topic = await office.PressAsync(await office.OpenAsync(topic.Path), "记下用途", ("Text", "002/10"));
        Assert.Contains("002/10", topic.Text, StringComparison.Ordinal);
        await AssertHiddenAsync(topic.Path);
    }

    [Fact]
    public async Task The_rhythm_is_open_until_the_place_sets_it()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        var rhythm = await office.OpenAsync("/governance/rhythm");
        Assert.Contains("没有定", rhythm.Text, StringComparison.Ordinal);
        Assert.Contains("2026-12-31（文件写明）", rhythm.Text, StringComparison.Ordinal);   // 002/三（六）
        Assert.Contains("请填 1 到 256 之间的整数", (await office.PressAsync(rhythm, "保存", ("AheadDays", "0"))).Text, StringComparison.Ordinal);
        rhythm = await office.PressAsync(rhythm, "保存", ("AheadDays", "10"), ("SilentTaskMonths", "3"));
        Assert.Contains("10 天", rhythm.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_refused_is_said_in_English_to_who_reads_English_the_conditions_of_the_tables_too()
    {
        var office = await People.AsAsync(site, "taiyuan.officer");
        await AddUnitsAsync(office);
        var rhythm = await office.PostAsync("/preferences", [new("language", "en"), new("back", "/governance/rhythm")]);
        Assert.Contains("Enter a whole number from 1 to 256", (await office.PressAsync(rhythm, "Save", ("AheadDays", "0"))).Text, StringComparison.Ordinal);
        var list = await office.OpenAsync("/governance/measures");
        var measure = await office.FollowAsync(await office.PressAsync(list, "List", ("Document", "002"), ("Clause", "11"), ("Title", "Loans for childcare"), ("OwnerUnit", "市教育局")), "Loans");
        Assert.Contains("A condition does not hold: name the rule and its day", (await office.PressAsync(measure, "Record the rule", ("Day", "2026-02-01"))).Text, StringComparison.Ordinal);
    }

    // What lies in Taiyuan is not there for somebody of Changchun.
    private async Task AssertHiddenAsync(params string[] paths)
    {
        foreach (var userName in new[] { "changchun.officer", "changchun.leader" })
        {
            var other = await People.AsAsync(site, userName);
            foreach (var path in paths)
                Assert.True((await other.GetAsync(path)).StatusCode == HttpStatusCode.NotFound, $"{userName} reaches {path}");
        }
    }

    private static async Task<string> PrintAsync(Reader reader, SeenPage report) => (await reader.OpenAsync(report.Path + "/print")).Document.QuerySelector("main")!.InnerHtml;

    private static async Task<byte[]> AnnexAsync(Reader reader, SeenPage report) =>
        await (await reader.GetAsync(report.Path + "?handler=Annex")).Content.ReadAsByteArrayAsync(Stop);

    private static async Task AddUnitsAsync(Reader office)
    {
        foreach (var name in new[] { "市卫健委", "市教育局", "市公安局", "市旧局" })
            await office.PressAsync(await office.OpenAsync("/governance/units"), "添加", ("Name", name));
    }
}
