using Cohesion.Governance.Domain;

namespace Cohesion.Governance.Server.Web.Pages;

internal static class SignInTexts
{
    public static readonly LocalText Title = new("Sign in", "登录");
    public static readonly LocalText Lead = new("What is decided together here, and what becomes of it.", "大家的事大家商量，商量好的事有人盯着办。");
    public static readonly LocalText Name = new("User name", "用户名");
    public static readonly LocalText Password = new("Password", "密码");
    public static readonly LocalText Submit = new("Sign in", "登录");
    public static readonly LocalText Demo = new("Demonstration", "演示账号");
    public static readonly LocalText DemoLead = new("This server runs a demonstration. Choose whom to be:", "当前为演示环境，请选择一个身份：");
    public static readonly LocalText As = new("Sign in as {0}", "以 {0} 登录");
}
