using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Cradle.Platform.Accounts;

namespace Cradle.Modules.Tests.Births;

/// <summary>Requests of programs: what can't be right is refused by its name, and never a failure of ours or a silent guess.</summary>
public class RequestTests(CradleSite site)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("residence", "81", "residence division")]
    [InlineData("residence", "820000", "residence division")]
    [InlineData("residence", "2222", "residence division")]
    [InlineData("residence", "99", "residence division")]
    [InlineData("residence", "22", "residence tooWide")]
    [InlineData("residence", "11", "residence tooWide")]
    [InlineData("household", "81", "household division")]
    [InlineData("household", "2222", "household division")]
    [InlineData("birthplace", "81", "birthplace division")]
    [InlineData("birthplace", null, "birthplace missing")]
    [InlineData("mother.household", "99", "mother.household division")]
    [InlineData("mother.household", "71", "mother.household division")]
    [InlineData("father.household", "2222", "father.household division")]
    [InlineData("birthPlace2", "220104", "birthPlace2 unknownMember")]
    [InlineData("mother.houshold", "220104", "mother.houshold unknownMember")]
    public async Task A_newborns_form_with_a_member_that_can_not_be_is_refused_by_its_name(string member, string? value, string problem)
    {
        var body = Newborn();
        Set(body, member, value);
        Assert.Equal([problem], await RefusedAsync("/api/v1/births/cases", body));
    }

    [Theory]
    [InlineData("residence", "81", "residence division")]
    [InlineData("residence", "2222", "residence division")]
    [InlineData("residence", "22", "residence tooWide")]
    [InlineData("mother.household", "99", "mother.household division")]
    [InlineData("otherParent.household", "810000", "otherParent.household division")]
    [InlineData("residense", "220104", "residense unknownMember")]
    public async Task A_registration_with_a_member_that_can_not_be_is_refused_by_its_name(string member, string value, string problem)
    {
        var body = Registration();
        Set(body, member, value);
        Assert.Equal([problem], await RefusedAsync("/api/v1/births/registrations", body));
    }

    [Theory]
    [InlineData("mother", "null", "mother missing|mother.idNumber idNumber|mother.name name")]
    [InlineData("phone", "null", "phone missing")]
    [InlineData("children", "null", "children missing")]
    [InlineData("children", "[null]", "children[0] missing")]
    [InlineData("papers", "null", "papers missing")]
    [InlineData("children", "[{\"sex\":7}]", "children[0].sex type")]
    [InlineData("hospital", "\"a\\u0000b\"", "hospital signs")]
    public async Task A_member_that_is_null_or_of_no_meaning_is_refused_by_its_name_and_never_a_failure_of_ours(string member, string json, string problems)
    {
        var body = Newborn();
        body[member] = JsonNode.Parse(json);
        Assert.Equal(problems, string.Join('|', await RefusedAsync("/api/v1/births/cases", body)));
        if (member is not ("mother" or "phone"))
            return;
        body = Registration();
        body[member] = JsonNode.Parse(json);
        Assert.Equal(problems, string.Join('|', await RefusedAsync("/api/v1/births/registrations", body)));
    }

    [Fact]
    public async Task A_hospital_longer_than_its_field_is_refused()
    {
        var body = Newborn();
        Set(body, "hospital", new string('院', 5000));
        Assert.Equal(["hospital tooLong"], await RefusedAsync("/api/v1/births/cases", body));
    }

    [Fact]
    public async Task What_can_not_be_read_is_said_with_everything_else_that_is_wrong()
    {
        var body = Newborn();
        Set(body, "residence", "zz");
        Set(body, "phone", "12");
        Assert.Equal(["phone phone", "residence division"], await RefusedAsync("/api/v1/births/cases", body));
    }

    [Fact]
    public async Task A_form_on_the_page_with_a_place_that_has_a_law_of_its_own_is_told_at_its_field()
    {
        var reader = await Access.People.AsAsync(site, "changchun.citizen");
        foreach (var typed in new[] { "香港特别行政区", "810000", "81" })
        {
            var page = await reader.SendAsync(await reader.OpenAsync("/births/apply"), ("Form.Residence", typed), ("Form.Household", "220104"), ("Form.Birthplace", "220104"), ("Form.BirthDate.Year", "2026"),
                ("Form.BirthDate.Month", "2"), ("Form.BirthDate.Day", "20"), ("Form.Mother.Name", "样例母亲"), ("Form.Mother.IdNumber", "220104199503040024"), ("Form.Phone", "13800000000"), ("Form.Children[0].Sex", "Female"));
            Assert.Equal(HttpStatusCode.OK, page.Status);
            Assert.Contains("香港、澳门、台湾不适用这里的规定", page.Document.QuerySelector(".errors")!.TextContent, StringComparison.Ordinal);
        }
    }

    private async Task<IReadOnlyList<string>> RefusedAsync(string path, JsonNode body)
    {
        using var client = site.CreateClient();
        using var issued = JsonDocument.Parse(await (await client.PostAsJsonAsync("/api/v1/tokens", new { userName = "changchun.citizen", password = DemoAccounts.Password }, Stop)).Content.ReadAsStringAsync(Stop));
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", issued.RootElement.GetProperty("accessToken").GetString());
        var answer = await client.PostAsJsonAsync(path, body, Stop);
        var text = await answer.Content.ReadAsStringAsync(Stop);
        Assert.True(answer.StatusCode == HttpStatusCode.BadRequest, $"{(int)answer.StatusCode}: {text}");
        return [.. JsonNode.Parse(text)!["errors"]!.AsArray().Select(error => $"{error!["field"]} {error["code"]}").Order(StringComparer.Ordinal)];
    }

    private static void Set(JsonNode body, string member, string? value)
    {
        var path = member.Split('.');
        foreach (var part in path.SkipLast(1))
            body = body[part]!;
        body.AsObject().Remove(path[^1]);
        if (value is not null)
            body[path[^1]] = value;
    }

    private static JsonNode Newborn() => JsonNode.Parse($$$"""
        {"key":"{{{Guid.NewGuid()}}}","residence":"220104","household":"220104","birthplace":"220104","hospital":"样例医院","birthDate":"2026-02-20","phone":"13800000000",
         "mother":{"name":"样例母亲","idNumber":"220104199503040024","household":"220104"},"father":{"name":"样例父亲","idNumber":"220104199311200011","household":"220104"},
         "children":[{"sex":"female","certificate":"A260000001"}]}
        """)!;

    private static JsonNode Registration() => JsonNode.Parse($$$"""
        {"key":"{{{Guid.NewGuid()}}}","residence":"220104","phone":"13800000000","dueOn":"2026-08-20",
         "mother":{"name":"样例母亲","idNumber":"220104199503040024","household":"220104"},"otherParent":{"name":"样例父亲","idNumber":"220104199311200011"}}
        """)!;
}
