//! The placeholders of a template, compared with what an answer can hold.
//!
//! The engine itself finds only the first unknown name, and only where the data lead it; this walk
//! sees every branch. What it cannot follow, such as the result of a filter, it lets pass.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use minijinja::machinery::ast::{Call, CallArg, Expr, Stmt};
use minijinja::machinery::parse;
use minijinja::value::ValueKind;
use minijinja::{Error, Value};

use super::values;
use crate::source::whole_characters;
use crate::text::nearest;

/// A placeholder that stands for nothing.
pub(super) struct Unknown {
    /// Where it stands.
    pub(super) range: Range<usize>,
    /// As it was written.
    pub(super) name: String,
    /// The nearest one there is.
    pub(super) near: Option<String>,
}

/// A name that is given to something and never read.
pub(super) struct Unused {
    /// Where it is given.
    pub(super) range: Range<usize>,
    /// The name.
    pub(super) name: String,
}

/// What is wrong with the names in a template.
#[derive(Default)]
pub(super) struct Names {
    pub(super) unknown: Vec<Unknown>,
    pub(super) unused: Vec<Unused>,
}

/// The placeholders in `text` that neither `shape`, an answer in which everything is known, nor
/// `globals` explain, and the names that `text` sets in vain.
pub(super) fn check(text: &str, shape: &Value, globals: &[&str]) -> Result<Names, Error> {
    let tree = parse(text, "template", values::syntax())?;
    let mut known = BTreeMap::new();
    for key in keys(shape) {
        let value = shape.get_attr(&key).ok();
        known.insert(key, value);
    }
    known.extend(globals.iter().chain(FUNCTIONS).map(|name| ((*name).to_owned(), None)));
    let mut walk = Walk {
        text,
        scopes: vec![known],
        found: Vec::new(),
        set: Vec::new(),
        read: BTreeSet::new(),
    };
    walk.statement(&tree);
    let Walk { found, set, read, .. } = walk;
    let unused = set.into_iter().filter(|set| !read.contains(&set.name)).collect();
    Ok(Names { unknown: found, unused })
}

/// What the engine itself provides.
const FUNCTIONS: &[&str] = &["range", "dict", "namespace", "debug"];

/// What a name stands for, as far as it is known.
type Shape = Option<Value>;

struct Walk<'a> {
    text: &'a str,
    /// What names stand for, the innermost last.
    scopes: Vec<BTreeMap<String, Shape>>,
    found: Vec<Unknown>,
    /// The names that the template gives with `set` and `with`.
    set: Vec<Unused>,
    /// The names that it reads anywhere.
    read: BTreeSet<String>,
}

impl Walk<'_> {
    fn statement(&mut self, statement: &Stmt<'_>) {
        match statement {
            Stmt::Template(template) => self.body(&template.children),
            Stmt::EmitRaw(_) => {}
            Stmt::EmitExpr(emit) => self.read(&emit.expr),
            Stmt::ForLoop(each) => {
                let items = self.shape(&each.iter);
                let item = items.and_then(|items| items.get_item_by_index(0).ok());
                self.scopes.push(BTreeMap::from([("loop".to_owned(), None)]));
                self.name(&each.target, item);
                each.filter_expr.iter().for_each(|filter| self.read(filter));
                self.body(&each.body);
                self.scopes.pop();
                self.body(&each.else_body);
            }
            Stmt::IfCond(choice) => {
                self.read(&choice.expr);
                self.body(&choice.true_body);
                self.body(&choice.false_body);
            }
            Stmt::WithBlock(with) => {
                self.scopes.push(BTreeMap::new());
                for (target, value) in &with.assignments {
                    let shape = self.shape(value);
                    self.keep(target, shape);
                }
                self.body(&with.body);
                self.scopes.pop();
            }
            Stmt::Set(set) => {
                let shape = self.shape(&set.expr);
                self.keep(&set.target, shape);
            }
            Stmt::SetBlock(set) => {
                set.filter.iter().for_each(|filter| self.read(filter));
                self.body(&set.body);
                self.keep(&set.target, None);
            }
            Stmt::AutoEscape(block) => self.body(&block.body),
            Stmt::FilterBlock(block) => {
                self.read(&block.filter);
                self.body(&block.body);
            }
            Stmt::Do(run) => self.call(&run.call),
        }
    }

    fn body(&mut self, statements: &[Stmt<'_>]) {
        for statement in statements {
            self.statement(statement);
        }
    }

    /// Looks through an expression whose value does not matter.
    fn read(&mut self, expression: &Expr<'_>) {
        self.shape(expression);
    }

    /// Looks through an expression and says what it stands for.
    fn shape(&mut self, expression: &Expr<'_>) -> Shape {
        match expression {
            Expr::Var(variable) => self.variable(variable.id, whole(expression)),
            Expr::GetAttr(get) => {
                let owner = self.shape(&get.expr)?;
                self.member(&owner, get.name, whole(expression))
            }
            Expr::GetItem(get) => {
                let owner = self.shape(&get.expr);
                self.read(&get.subscript_expr);
                let key = get.subscript_expr.as_const()?;
                match key.as_str() {
                    Some(key) => self.member(&owner?, key, whole(expression)),
                    None => owner?.get_item_by_index(0).ok(),
                }
            }
            Expr::Filter(filter) => {
                let shape = filter.expr.as_ref().and_then(|value| self.shape(value));
                self.arguments(&filter.args);
                match filter.name {
                    "first" | "last" => shape?.get_item_by_index(0).ok(),
                    "default" | "d" | "reverse" | "sort" | "unique" => shape,
                    _ => None,
                }
            }
            Expr::IfExpr(choice) => {
                self.read(&choice.test_expr);
                let shape = self.shape(&choice.true_expr);
                choice.false_expr.iter().for_each(|other| self.read(other));
                shape
            }
            Expr::BinOp(operation) => {
                let left = self.shape(&operation.left);
                let right = self.shape(&operation.right);
                // `a or b` stands for one of them; of numbers and words nothing is asked.
                left.or(right)
            }
            Expr::Test(test) => {
                // Asking whether something is known is no misspelling.
                if !matches!(test.name, "defined" | "undefined") {
                    self.read(&test.expr);
                }
                self.arguments(&test.args);
                None
            }
            Expr::Compare(comparison) => {
                self.read(&comparison.expr);
                comparison.ops.iter().for_each(|operand| self.read(&operand.expr));
                None
            }
            Expr::UnaryOp(operation) => {
                self.read(&operation.expr);
                None
            }
            Expr::Slice(slice) => {
                let bounds = [&slice.start, &slice.stop, &slice.step];
                bounds.into_iter().flatten().for_each(|bound| self.read(bound));
                self.shape(&slice.expr)
            }
            Expr::Call(call) => {
                self.call(call);
                None
            }
            Expr::List(list) => {
                list.items.iter().for_each(|item| self.read(item));
                None
            }
            Expr::Tuple(tuple) => {
                tuple.items.iter().for_each(|item| self.read(item));
                None
            }
            Expr::Map(map) => {
                map.keys.iter().chain(&map.values).for_each(|part| self.read(part));
                None
            }
            Expr::Const(_) => None,
        }
    }

    fn call(&mut self, call: &Call<'_>) {
        // A method, such as `items`, is no attribute.
        match &call.expr {
            Expr::GetAttr(method) => self.read(&method.expr),
            function => self.read(function),
        }
        self.arguments(&call.args);
    }

    fn arguments(&mut self, arguments: &[CallArg<'_>]) {
        for argument in arguments {
            match argument {
                CallArg::Pos(value)
                | CallArg::Kwarg(_, value)
                | CallArg::PosSplat(value)
                | CallArg::KwargSplat(value) => self.read(value),
            }
        }
    }

    fn variable(&mut self, name: &str, range: Range<usize>) -> Shape {
        self.read.insert(name.to_owned());
        let known = self.scopes.iter().rev().find_map(|scope| scope.get(name));
        if let Some(shape) = known {
            return shape.clone();
        }
        let near = nearest(name, self.scopes.iter().flat_map(BTreeMap::keys)).map(str::to_owned);
        self.report(range, near);
        None
    }

    fn member(&mut self, owner: &Value, name: &str, range: Range<usize>) -> Shape {
        let keys = match owner.kind() {
            ValueKind::Map => keys(owner),
            // A number or a list has no members to name; whatever else it is cannot be followed.
            ValueKind::String | ValueKind::Number | ValueKind::Bool | ValueKind::Seq => Vec::new(),
            _ => return None,
        };
        if keys.iter().any(|key| key == name) {
            return owner.get_attr(name).ok().filter(|value| !value.is_none());
        }
        let near = nearest(name, &keys).map(str::to_owned);
        let near = near.map(|near| match self.written(&range).rsplit_once('.') {
            Some((path, _)) => format!("{path}.{near}"),
            None => near,
        });
        self.report(range, near);
        None
    }

    fn written(&self, range: &Range<usize>) -> &str {
        &self.text[whole_characters(self.text, range.clone())]
    }

    fn report(&mut self, range: Range<usize>, near: Option<String>) {
        let name = self.written(&range).to_owned();
        self.found.push(Unknown { range, name, near });
    }

    /// Gives a name that is meant to be read; one that begins with `_` need not be.
    fn keep(&mut self, target: &Expr<'_>, shape: Shape) {
        if let Expr::Var(variable) = target
            && !variable.id.starts_with('_')
        {
            self.set.push(Unused { range: whole(target), name: variable.id.to_owned() });
        }
        self.name(target, shape);
    }

    /// Gives a name, or several in a pattern, to what stands for `shape`.
    fn name(&mut self, target: &Expr<'_>, shape: Shape) {
        match target {
            Expr::Var(variable) => {
                if let Some(scope) = self.scopes.last_mut() {
                    scope.insert(variable.id.to_owned(), shape);
                }
            }
            Expr::List(list) => list.items.iter().for_each(|item| self.name(item, None)),
            Expr::Tuple(tuple) => tuple.items.iter().for_each(|item| self.name(item, None)),
            _ => {}
        }
    }
}

fn keys(value: &Value) -> Vec<String> {
    let keys = value.try_iter().into_iter().flatten();
    keys.filter_map(|key| key.as_str().map(str::to_owned)).collect()
}

/// From the first name of a path to its last; the engine's own range begins at the last dot but one.
fn whole(expression: &Expr<'_>) -> Range<usize> {
    let end = expression.span().end_offset as usize;
    let mut first = expression;
    loop {
        first = match first {
            Expr::GetAttr(get) => &get.expr,
            Expr::GetItem(get) => &get.expr,
            _ => return first.span().start_offset as usize..end,
        };
    }
}
