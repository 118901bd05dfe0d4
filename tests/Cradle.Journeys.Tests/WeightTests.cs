using Microsoft.Playwright;

namespace Cradle.Journeys.Tests;

public class WeightTests(Served served)
{
    private const int MostBytes = 100_000;

    // Six screens of a phone: every item on a line of its own, everything else folded.
    private const int MostPixelsOfAResult = 5000;

    // Generous: two cores may be shared with other work. The figures printed are the point.
    private const double MostMillisecondsToFirstByte = 2000;

    [Fact]
    public async Task No_page_is_heavier_than_100_kB_and_the_first_byte_comes_soon()
    {
        await using var first = await served.VisitAsync();
        await first.StartAsync("220104");
        await first.AnswerAsync(new Dictionary<string, string>
        {
            ["children"] = "2", ["children[0].birthDate"] = "2023-05-20", ["children[1].birthDate"] = "2025-08-15", ["mother.employment"] = "employed",
            ["mother.employerDivision"] = "220104", ["father.employment"] = "employed", ["father.employerDivision"] = "220104", ["children[0].registered"] = "true", ["children[1].registered"] = "true",
        });
        var cookies = await first.Context.CookiesAsync();
        foreach (var path in new[]
        {
            "/", "/entitlements", "/entitlements/question?at=children%5B0%5D.birthDate", "/entitlements/question?at=mother.employerDivision", "/entitlements/circumstances",
            "/entitlements/result", "/entitlements/answers", "/entitlements/why/maternity-leave", "/policy", "/policy/000", "/policy/rules",
        })
        {
            await using var visit = await served.VisitAsync();   // an empty cache
            await visit.Context.AddCookiesAsync(cookies.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Domain = cookie.Domain, Path = cookie.Path }));
            var requests = new List<IRequest>();
            visit.Page.RequestFinished += (_, request) => requests.Add(request);
            var response = await visit.Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.Equal(200, response!.Status);
            Assert.Equal(path.Split('?')[0], visit.Path);
            var weight = 0;
            foreach (var request in requests.ToList())
            {
                var sizes = await request.SizesAsync();
                weight += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            }

            var html = (await response.Request.SizesAsync()).ResponseBodySize;
            var wait = response.Request.Timing.ResponseStart - response.Request.Timing.RequestStart;
            var height = await visit.Page.EvaluateAsync<int>("document.documentElement.scrollHeight");
            Assert.True(path != "/entitlements/result" || height < MostPixelsOfAResult, $"{path} is {height} px long on a phone");
            Console.WriteLine($"{path}: {weight / 1000.0:0.0} kB in {requests.Count} requests (page alone {html / 1000.0:0.0} kB), first byte after {wait:0} ms");
            Assert.True(weight < MostBytes, $"{path} weighs {weight} bytes");
            Assert.True(wait < MostMillisecondsToFirstByte, $"{path}: first byte after {wait} ms");
        }
    }
}
